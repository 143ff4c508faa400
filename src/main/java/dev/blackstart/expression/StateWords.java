package dev.blackstart.expression;

import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.ValueType;
import java.util.Map;

/// What a condition of a simulated host may name: `state.NAME` and `host.name`.
record StateWords(Map<String, ValueType> state) implements Vocabulary {
    @Override
    public Problem unknown(Places places, int offset, String name) {
        if (!name.equals("state")) {
            return places.error(
                    offset,
                    state.containsKey(name)
                            ? "`%s` is a state; write state.%1$s.".formatted(name)
                            : "`%s` is not known here; a condition of a simulated host may use state.NAME and host.name."
                                    .formatted(name));
        }
        int dot = places.skipBlanks(offset + name.length());
        String field = places.nameAt(Math.min(dot + 1, places.snippet().text().length()));
        return places.error(
                offset,
                "No host of this drill has the state `%s`%s"
                        .formatted(
                                field,
                                Nearest.to(field, state.keySet())
                                        .map(near -> "; did you mean `" + near + "`?")
                                        .orElse(
                                                "; there are "
                                                        + String.join(
                                                                ", ",
                                                                state.keySet().stream()
                                                                        .sorted()
                                                                        .toList())
                                                        + ".")));
    }
}
