package dev.blackstart.expression;

import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.Problem;
import java.util.List;

/// The functions a condition may call; its other names are resolved before CEL sees them.
record ConditionFunctions() implements Vocabulary {
    private static final List<String> KNOWN =
            List.of(
                    "any",
                    "all",
                    "none",
                    "count",
                    "unheard",
                    "min",
                    "max",
                    "int",
                    "double",
                    "string",
                    "size",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "matches",
                    "split",
                    "trim",
                    "lowerAscii",
                    "upperAscii");

    @Override
    public Problem unknown(Places places, int offset, String name) {
        return places.error(
                offset,
                "There is no function `"
                        + name
                        + "`"
                        + Nearest.to(name, KNOWN)
                                .map(near -> "; did you mean `" + near + "`?")
                                .orElse("; there are " + String.join(", ", KNOWN) + "."));
    }
}
