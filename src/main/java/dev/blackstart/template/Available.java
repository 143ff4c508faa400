package dev.blackstart.template;

import dev.blackstart.runbook.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The names a template may use, and what to say about others.
///
/// @param root what the values are called: `params`, or `state` in a simulated world
/// @param variable the variable of the loop around, or empty
record Available(String root, Set<String> parameters, Set<String> secrets, String variable) {
    private static final List<String> OF_HOST = List.of("address", "port", "user", "name");

    Available {
        parameters = Set.copyOf(parameters);
        secrets = Set.copyOf(secrets);
    }

    Available inLoop(String name) {
        return new Available(root, parameters, secrets, name);
    }

    /// What is wrong with a dotted name, in one sentence; empty when nothing is.
    String complaint(List<String> path) {
        String first = path.getFirst();
        if (!variable.isEmpty() && first.equals(variable)) {
            return path.size() == 1 ? "" : "`" + variable + "` is a text and has no fields.";
        }
        return switch (first) {
            case "params", "state" -> first.equals(root) ? parameter(path) : unknown(first);
            case "hosts" -> hosts(path);
            case "host" -> path.size() == 2 ? field(path.get(1)) : needsField("host.address");
            case "artifact", "file" ->
                    path.size() == 1 ? "" : "`" + first + "` is a path and has no fields.";
            default -> unknown(first);
        };
    }

    private String parameter(List<String> path) {
        if (path.size() != 2) {
            return path.size() < 2
                    ? "`%1$s` needs a name after it, such as %1$s.NAME.".formatted(root)
                    : "`" + root + "." + path.get(1) + "` has no fields.";
        }
        String name = path.get(1);
        if (secrets.contains(name)) {
            return "`params."
                    + name
                    + "` is a secret; secrets reach a command only through stdin:, never through its text.";
        }
        return parameters.contains(name)
                ? ""
                : "There is no "
                        + (root.equals("params") ? "parameter `" : "state `")
                        + name
                        + "`"
                        + meant(name, List.copyOf(parameters));
    }

    private static String hosts(List<String> path) {
        return path.size() == 3 ? field(path.get(2)) : needsField("hosts.NAME.address");
    }

    private static String field(String name) {
        return OF_HOST.contains(name)
                ? ""
                : "A host has address, port, user and name, not `"
                        + name
                        + "`"
                        + near(name, OF_HOST);
    }

    private static String needsField(String example) {
        return "Write `" + example + "`; a host itself is not text.";
    }

    private String unknown(String name) {
        List<String> known = new ArrayList<>(List.of(root, "hosts", "host", "artifact", "file"));
        if (parameters.contains(name) || secrets.contains(name)) {
            return "`%s` is a %s; write %s.%1$s."
                    .formatted(name, root.equals("params") ? "parameter" : "state", root);
        }
        return "`" + name + "` is not known in a template" + meant(name, known);
    }

    private static String near(String word, List<String> known) {
        return Nearest.to(word, known).map(n -> "; did you mean `" + n + "`?").orElse(".");
    }

    private static String meant(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(n -> "; did you mean `" + n + "`?")
                .orElseGet(() ->
                        known.isEmpty()
                                ? "; this runbook declares none."
                                : "; there are "
                                        + String.join(", ", known.stream().sorted().toList())
                                        + ".");
    }
}
