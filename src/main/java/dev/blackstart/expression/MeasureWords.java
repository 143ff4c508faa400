package dev.blackstart.expression;

import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Problem;
import java.util.List;
import java.util.Map;

/// What a finding's expression may name: the parts of one command's result, `host` and `params`.
record MeasureWords(Map<String, ParameterType> parameters) implements Vocabulary {
    private static final List<String> VARIABLES =
            List.of(
                    "exit",
                    "stdout",
                    "stderr",
                    "lines",
                    "json",
                    "duration",
                    "timed_out",
                    "host",
                    "params");
    private static final List<String> FUNCTIONS =
            List.of(
                    "int",
                    "double",
                    "string",
                    "bool",
                    "size",
                    "has",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "matches",
                    "split",
                    "trim",
                    "replace",
                    "substring",
                    "indexOf",
                    "lowerAscii",
                    "upperAscii",
                    "join",
                    "exists",
                    "all",
                    "filter",
                    "map",
                    "duration");

    @Override
    public Problem unknown(Places places, int offset, String name) {
        String after = places.snippet().text().substring(offset + places.nameAt(offset).length());
        if (name.equals("params") || name.equals("host")) {
            return field(places, offset, name, after);
        }
        if (Question.named(name).isPresent()) {
            return places.error(
                    offset,
                    "`"
                            + name
                            + "` asks over all hosts; a finding is made from one command's result on one"
                            + " host.");
        }
        if (after.stripLeading().startsWith("(")) {
            return places.error(
                    offset,
                    "There is no function `"
                            + name
                            + "`"
                            + Nearest.hint(name, FUNCTIONS)
                            + end(name, FUNCTIONS));
        }
        return places.error(
                offset,
                "`"
                        + name
                        + "` is not known here"
                        + Nearest.to(name, VARIABLES)
                                .map(near -> "; did you mean `" + near + "`?")
                                .orElse(
                                        "; a finding may use "
                                                + String.join(", ", VARIABLES)
                                                + "."));
    }

    private static String end(String name, List<String> known) {
        return Nearest.to(name, known).isPresent() ? "" : ".";
    }

    private Problem field(Places places, int offset, String name, String after) {
        int start = places.skipBlanks(offset + name.length());
        if (!after.stripLeading().startsWith(".")) {
            return places.error(
                    offset,
                    "`" + name + "` needs a name after it, such as `" + example(name) + "`.");
        }
        int at = places.skipBlanks(start + 1);
        String field = places.nameAt(at);
        if (name.equals("host")) {
            return places.error(at, "Here `host` has only name and address, not `" + field + "`.");
        }
        return ParameterNames.unknown(places, at, field, parameters);
    }

    private static String example(String name) {
        return name.equals("host") ? "host.name" : "params.NAME";
    }
}
