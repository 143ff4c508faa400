package dev.blackstart.reading;

import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.shape.Table;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks what steps say about other steps: that they exist, are of the right kind and stand in the
/// right order.
final class Links {
    private final List<StepNode> nodes;
    private final Problems problems;
    private final Map<StepId, Integer> order = new HashMap<>();

    private Links(List<StepNode> nodes, Problems problems) {
        this.nodes = nodes;
        this.problems = problems;
        for (int i = 0; i < nodes.size(); i++) {
            int place = i;
            nodes.get(i).id().ifPresent(id -> order.putIfAbsent(id, place));
        }
    }

    static void check(List<StepNode> nodes, List<Step> steps, Problems problems) {
        Links links = new Links(nodes, problems);
        nodes.forEach(links::node);
        steps.forEach(links::step);
        Cycles.check(steps, problems);
    }

    private void node(StepNode node) {
        node.entries().inside("verify").ifPresent(verify -> namesCheck(verify, "verify"));
        if (node.is(StepTables.WAIT)) {
            namesCheck(node.entries(), "wait");
        }
        node.entries().inside("release").ifPresent(release -> releaseAfter(node, release));
    }

    private void namesCheck(Entries entries, String what) {
        Optional<String> name = entries.text("check");
        if (name.isEmpty()) {
            return;
        }
        Optional<StepNode> named = step(name.get());
        if (named.isEmpty()) {
            unknown(entries.valueAt("check"), name.get(), ids(StepTables.CHECK));
        } else if (!named.get().is(StepTables.CHECK)) {
            problems.error(
                    entries.valueAt("check"),
                    "not-a-check",
                    "%s must name a check, which only looks, and `%s` is %s%s"
                            .formatted(
                                    what,
                                    name.get(),
                                    named.get().kind().what(),
                                    Nearest.hint(name.get(), ids(StepTables.CHECK))));
        }
    }

    private void releaseAfter(StepNode node, Entries release) {
        Optional<String> name = release.text("after");
        if (name.isEmpty()) {
            return;
        }
        Optional<StepNode> named = step(name.get());
        if (named.isEmpty()) {
            unknown(
                    release.valueAt("after"),
                    name.get(),
                    nodes.stream().map(StepNode::written).toList());
        } else if (named.get().is(StepTables.CALL)) {
            problems.error(
                    release.valueAt("after"),
                    "release-after",
                    "`release` waits for a step that a person approves, and `%s` is a call; name an action or snapshot of this runbook"
                            .formatted(name.get()));
        } else if (nodes.indexOf(named.get()) <= nodes.indexOf(node)) {
            problems.error(
                    release.valueAt("after"),
                    "order",
                    "`release` must wait for a later step, and `%s` is not one; the cure would end at once"
                            .formatted(name.get()));
        }
    }

    private void step(Step step) {
        when(step);
        if (step instanceof Step.Acting acting) {
            acting.execution()
                    .requires()
                    .ifPresent(requires -> earlier(step, requires, "requires"));
        }
        if (step instanceof Step.Targeted targeted) {
            targeted.targets().where().ifPresent(where -> earlier(step, where, "where"));
        }
    }

    private void when(Step step) {
        step.heading().when().ifPresent(when -> earlier(step, when, "when"));
    }

    private void earlier(Step step, Condition condition, String key) {
        int here = order.getOrDefault(step.id(), 0);
        condition.references().steps().stream()
                .sorted()
                .filter(other -> order.getOrDefault(other, -1) >= here)
                .forEach(other ->
                        problems.error(
                                condition.position(),
                                "order",
                                other.equals(step.id())
                                        ? "`%s` of `%s` names the step itself, which is still to come; name what must be true before it"
                                                .formatted(key, other)
                                        : "`%s` of `%s` names `%s`, which comes later; move that step before this one"
                                                .formatted(key, step.id(), other)));
    }

    private void unknown(Position position, String name, List<String> known) {
        problems.error(
                position,
                "unknown-step",
                "there is no step `%s`%s".formatted(name, Nearest.hint(name, known)));
    }

    private Optional<StepNode> step(String name) {
        return nodes.stream()
                .filter(node -> node.id().map(StepId::value).orElse(node.written()).equals(name))
                .findFirst();
    }

    private List<String> ids(Table kind) {
        return nodes.stream().filter(node -> node.is(kind)).map(StepNode::written).toList();
    }
}
