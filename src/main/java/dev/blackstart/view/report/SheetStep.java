package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Verify;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import dev.blackstart.view.StepWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One step as a person carries it out: whether it is needed, what must be true first, where, what
/// to type, what to expect, where to write what came of it.
record SheetStep(Readable readable, Inventory inventory) {
    /// With more hosts than this a few blank rows stand for all.
    private static final int HOSTS = 12;

    private static final Pattern STATUS = Pattern.compile("\\bexit\\b");

    Json json(Step step, int number) {
        Json.Fields fields =
                Json.object()
                        .with("number", Json.of(number))
                        .with("id", step.id().value())
                        .with("kind", StepWords.kind(step))
                        .with("title", Deeds.title(readable.runbook(), step.id()))
                        .with("why", step.heading().why())
                        .with("not_run_here", step.heading().notRunHere())
                        .with("when", step.heading().when().map(InWords::of));
        if (step.heading().byHand().isPresent()) {
            String typed = readable.text(step.heading().byHand().get().source()).strip();
            fields = fields.with("short", Json.object().with("code", typed));
        }
        fields = step instanceof Step.Targeted targeted ? placed(fields, targeted) : fields;
        return switch (step) {
            case Step.Check it -> check(fields, it);
            case Step.Derive it ->
                    fields.with(
                                    "work_out",
                                    it.finding() + ": " + InWords.of(it.value().text(), Set.of()))
                            .with("columns", Json.texts(List.of(it.finding())));
            case Step.Ask it ->
                    fields.with("do", readable.text(it.question().source()))
                            .with("answers", Json.texts(it.answers()));
            case Step.Acting it -> new SheetAction(readable).json(fields, it);
            case Step.Wait it -> waiting(fields, it);
            case Step.Manual it -> manual(fields, it);
            case Step.Call it -> call(fields, it);
        };
    }

    private Json.Fields placed(Json.Fields fields, Step.Targeted step) {
        List<HostName> hosts = step.targets().on().in(inventory);
        List<Json> rows = new ArrayList<>();
        if (hosts.size() <= HOSTS) {
            hosts.forEach(host -> rows.add(new Json.Text(host.value())));
        }
        while (rows.size() < 2) {
            rows.add(new Json.Text(""));
        }
        Json.Fields placed =
                fields.with("on", step.targets().on().text())
                        .with("hosts", new Json.Array(rows))
                        .with("where", step.targets().where().map(InWords::of))
                        .with("timeout", Elapsed.shown(step.targets().timeout()))
                        .with("needs", Json.texts(step.targets().needs()));
        return step.targets().limit().isPresent()
                ? placed.with("limit", Json.of(step.targets().limit().getAsInt()))
                : placed;
    }

    private Json.Fields check(Json.Fields fields, Step.Check step) {
        List<String> expect = new ArrayList<>();
        step.findings()
                .forEach((name, measure) ->
                        expect.add(name + ": " + InWords.measured(measure.text())));
        step.admissible()
                .ifPresent(it -> expect.add("A host counts only if " + InWords.of(it) + "."));
        step.witnesses()
                .ifPresent(it ->
                        expect.add(
                                "It needs "
                                        + it.min()
                                        + " hosts that count, "
                                        + it.outside()
                                        + " of them outside; with fewer nobody knows."));
        return fields.with(
                        "command", new SheetCommand(readable).asking(step.command(), status(step)))
                .with("expect", Json.texts(expect))
                .with("columns", Json.texts(step.findings().keySet()));
    }

    private static boolean status(Step.Check step) {
        return step.findings().values().stream()
                .anyMatch(measure -> STATUS.matcher(measure.text()).find());
    }

    private Json.Fields manual(Json.Fields fields, Step.Manual step) {
        String words = step.instructions().source();
        return proof(
                fields.with("do", readable.text(words)).with("expect", Json.texts(repaying(words))),
                step.verify());
    }

    /// How to do by hand what the words leave to the tool.
    private List<String> repaying(String words) {
        List<String> by = new ArrayList<>();
        List<Step> steps = readable.runbook().steps();
        for (Step step : steps) {
            if (words.contains("blackstart loans repay")
                    && step instanceof Step.Acting acting
                    && acting.execution().loan().isPresent()
                    && acting.execution().undo().isPresent()) {
                by.add(
                        "By hand, instead of blackstart loans repay: on every host where step %d (%s) was done, type what it has under “To take it back”, and write down when."
                                .formatted(steps.indexOf(step) + 1, step.id()));
            }
        }
        return by;
    }

    private static Json.Fields waiting(Json.Fields fields, Step.Wait step) {
        return fields.with(
                "do",
                "Repeat the check "
                        + step.check()
                        + " every "
                        + Elapsed.shown(step.every())
                        + " until "
                        + InWords.of(step.until())
                        + ", for at most "
                        + Elapsed.shown(step.within())
                        + ".");
    }

    private Json.Fields call(Json.Fields fields, Step.Call step) {
        List<String> with = new ArrayList<>();
        step.with().forEach((name, text) -> with.add(name + " = " + readable.text(text.source())));
        return fields.with(
                        "do",
                        "Do the steps of the runbook "
                                + step.runbook()
                                + ", which follow: those whose names begin with "
                                + step.id()
                                + ".")
                .with("with", Json.texts(with))
                .with("hypotheses", new SheetHypotheses(readable.runbook()).of(step.id()));
    }

    static Json.Fields proof(Json.Fields fields, Optional<Verify> verify) {
        return verify.map(it ->
                        fields.with(
                                "proof",
                                "Repeat the check "
                                        + it.check()
                                        + " every "
                                        + Elapsed.shown(it.every())
                                        + " until "
                                        + InWords.of(it.that())
                                        + "; give it "
                                        + Elapsed.shown(it.within())
                                        + "."))
                .orElse(fields);
    }
}
