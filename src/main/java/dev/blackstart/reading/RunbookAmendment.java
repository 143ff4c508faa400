package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What differs between the runbook a run goes by and a changed one: the steps whose command
/// differs, and everything else that differs, which a run does not take.
public final class RunbookAmendment {
    /// What may differ in a step.
    private static final Set<String> ALLOWED =
            new TreeSet<>(
                    Set.of(
                            "title",
                            "why",
                            "by_hand",
                            "run",
                            "script",
                            "env",
                            "stdin",
                            "sudo",
                            "timeout",
                            "output_limit"));

    private static final String STEPS = "steps";

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final Set<StepId> steps = new LinkedHashSet<>();
    private final List<String> refusals = new ArrayList<>();

    /// @param before texts by path relative to the runbook's folder
    private RunbookAmendment(Map<String, String> before, Map<String, String> after) {
        this.before = Map.copyOf(before);
        this.after = Map.copyOf(after);
    }

    /// @param steps those whose command differs
    /// @param refusals one sentence for each difference that a run does not take
    public record Difference(Set<StepId> steps, List<String> refusals) {
        public Difference {
            steps = Set.copyOf(steps);
            refusals = List.copyOf(refusals);
        }
    }

    /// Both must be readable as runbooks.
    ///
    /// @param before texts by path, such as `runbook.yaml` and `scripts/look.sh`
    public static Difference between(Map<String, String> before, Map<String, String> after) {
        RunbookAmendment amendment = new RunbookAmendment(before, after);
        amendment.compare("", Optional.empty());
        return new Difference(amendment.steps, amendment.refusals);
    }

    /// @param folder empty for the runbook itself, else that of one it calls, seen from its own
    /// @param call the call it came from
    private void compare(String folder, Optional<StepId> call) {
        Node.Fields old = fields(before, folder);
        Node.Fields now = fields(after, folder);
        for (String key : keys(old, now)) {
            if (!key.equals(STEPS) && !same(old.value(key), now.value(key))) {
                refusals.add(
                        "`%s`%s differs; in a run only commands of its steps can be amended."
                                .formatted(key, call.map(it -> " of " + it).orElse("")));
            }
        }
        List<StepNode> were = StepNode.in(new Entries(old));
        List<StepNode> are = StepNode.in(new Entries(now));
        if (!named(were).equals(named(are))) {
            refusals.add(
                    "The steps were %s and are %s; a run keeps its steps and their order."
                            .formatted(
                                    String.join(", ", named(were)), String.join(", ", named(are))));
            return;
        }
        for (int i = 0; i < were.size(); i++) {
            step(were.get(i), are.get(i), folder, call);
            called(are.get(i), call);
        }
    }

    private void called(StepNode step, Optional<StepId> call) {
        if (step.is(StepTables.CALL)) {
            step.id()
                    .ifPresent(id ->
                            compare(
                                    Copy.BESIDE + step.written() + "/",
                                    Optional.of(call.map(id::within).orElse(id))));
        }
    }

    private static Node.Fields fields(Map<String, String> files, String folder) {
        return Yaml.parse(
                        folder + RunbookReader.FILE,
                        files.getOrDefault(folder + RunbookReader.FILE, ""))
                .tree()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("no runbook"));
    }

    private static List<String> named(List<StepNode> steps) {
        return steps.stream().map(step -> step.kind().name() + " " + step.written()).toList();
    }

    private void step(StepNode was, StepNode is, String folder, Optional<StepId> call) {
        Optional<StepId> id = is.id().map(it -> call.map(it::within).orElse(it));
        for (String key : keys(was.entries().fields(), is.entries().fields())) {
            if (same(was.entries().fields().value(key), is.entries().fields().value(key))) {
                continue;
            }
            if (ALLOWED.contains(key)) {
                id.ifPresent(steps::add);
            } else {
                refusals.add(
                        "`%s` of %s differs; of a step only %s can be amended in a run."
                                .formatted(key, is.written(), String.join(", ", ALLOWED)));
            }
        }
        boolean other =
                before.keySet().stream()
                        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                        .anyMatch(path ->
                                path.startsWith(folder)
                                        && names(
                                                is.entries().fields(),
                                                path.substring(folder.length())));
        if (other) {
            id.ifPresent(steps::add);
        }
    }

    /// Does a step name a file somewhere?
    private static boolean names(Node node, String path) {
        return switch (node) {
            case Node.Scalar it -> it.text().equals(path);
            case Node.Items it -> it.items().stream().anyMatch(item -> names(item, path));
            case Node.Fields it ->
                    it.fields().stream().anyMatch(field -> names(field.value(), path));
        };
    }

    private static Set<String> keys(Node.Fields one, Node.Fields other) {
        Set<String> keys = new LinkedHashSet<>();
        one.fields().forEach(field -> keys.add(field.key()));
        other.fields().forEach(field -> keys.add(field.key()));
        return keys;
    }

    private static boolean same(Optional<Node> one, Optional<Node> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || same(one.get(), other.orElseThrow()));
    }

    private static boolean same(Node one, Node other) {
        return switch (one) {
            case Node.Scalar it ->
                    other instanceof Node.Scalar o
                            && it.text().equals(o.text())
                            && it.plain() == o.plain();
            case Node.Items it -> other instanceof Node.Items o && same(it.items(), o.items());
            case Node.Fields it ->
                    other instanceof Node.Fields o
                            && keys(it, o).stream()
                                    .allMatch(key -> same(it.value(key), o.value(key)));
        };
    }

    private static boolean same(List<Node> one, List<Node> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
