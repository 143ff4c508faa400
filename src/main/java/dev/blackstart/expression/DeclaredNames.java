package dev.blackstart.expression;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.StepId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds declared names, and says in words what is wrong with a name that means nothing.
record DeclaredNames(Declared declared) {
    private static final Set<String> OF_ONE_RESULT =
            Set.of("exit", "stdout", "stderr", "lines", "json", "duration", "timed_out");

    Optional<FindingName> finding(String name) {
        return find(declared.findings().keySet(), name);
    }

    Optional<FindingName> answer(String name) {
        return find(declared.answers().keySet(), name);
    }

    Optional<HypothesisName> hypothesis(String name) {
        return find(declared.hypotheses(), name);
    }

    Optional<StepId> step(String name) {
        return find(declared.steps(), name);
    }

    private static <T> Optional<T> find(Collection<T> known, String name) {
        return known.stream().filter(each -> each.toString().equals(name)).findFirst();
    }

    /// Why a bare name cannot stand there.
    String bare(String name, Scope scope) {
        if (finding(name).isPresent()) {
            String perHost = scope.isHost(Moment.HOST) ? " or host." + name : "";
            return "`"
                    + name
                    + "` is a finding per host; write any("
                    + name
                    + ")"
                    + (perHost.isEmpty()
                            ? " or all(" + name + ")."
                            : ", all(" + name + ")" + perHost + ".");
        }
        if (scope.isHost(name)) {
            return "`"
                    + name
                    + "` is a host; write "
                    + name
                    + ".FINDING, "
                    + name
                    + ".name or "
                    + name
                    + ".address.";
        }
        if (step(name).isPresent()) {
            return "`" + name + "` is a step; write " + name + ".verified or " + name + ".outcome.";
        }
        return strange(name);
    }

    private String strange(String name) {
        return switch (name) {
            case Moment.HOST -> hostMissing();
            case "hosts" -> "`hosts` is only used as hosts.exists(h, …) or hosts.all(h, …).";
            case "params" -> "`params` needs a name after it, such as params.NAME.";
            case "established" ->
                    "`established` needs a hypothesis after it, such as established.NAME.";
            default ->
                    OF_ONE_RESULT.contains(name)
                            ? "`"
                                    + name
                                    + "` belongs to one command's result; make a finding of it"
                                    + " under `findings:` and name that."
                            : "`" + name + "` is not declared" + meant(name, everything());
        };
    }

    String hostMissing() {
        return "`host` has no meaning here, this is asked of the whole set; write any(…), all(…) or"
                + " hosts.exists(h, …).";
    }

    String unknownFinding(String name) {
        return "There is no finding `"
                + name
                + "`"
                + meant(name, words(declared.findings().keySet()));
    }

    String unknownHypothesis(String name) {
        return "There is no hypothesis `" + name + "`" + meant(name, words(declared.hypotheses()));
    }

    /// Ends a sentence: with the nearest name, or with all when they are few.
    static String meant(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(near -> "; did you mean `" + near + "`?")
                .orElseGet(() ->
                        known.isEmpty() || known.size() > 8
                                ? "."
                                : "; declared are " + list(known) + ".");
    }

    private static String list(Collection<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }

    private Set<String> everything() {
        Set<String> all = new HashSet<>(words(declared.findings().keySet()));
        all.addAll(words(declared.answers().keySet()));
        all.addAll(words(declared.hypotheses()));
        all.addAll(words(declared.steps()));
        return all;
    }

    static List<String> words(Collection<?> names) {
        return names.stream().map(Object::toString).toList();
    }
}
