package dev.blackstart.view.report;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.LeftBehind;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.ClosingLines;
import dev.blackstart.view.EvidenceTable;
import dev.blackstart.view.FollowUps;
import dev.blackstart.view.Json;
import dev.blackstart.view.OpeningLines;
import dev.blackstart.view.Outlook;
import dev.blackstart.view.Standing;
import dev.blackstart.view.StepWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What happened in one run, as a document: `src/site/markdown/reports.md` describes its fields.
/// All times are UTC.
public final class RunReport {
    /// The version of the document's shape; a field that changes its meaning makes a new one.
    static final int VERSION = 1;

    private final Runbook runbook;
    private final List<Recorded> events;
    private final RunState state;
    private final Phases phases;
    private final Looks looks;
    private final Outlook outlook;

    /// @param events all events of the run, in order, at least the first
    public RunReport(Runbook runbook, List<Recorded> events, Outlook outlook) {
        this.runbook = runbook;
        this.events = List.copyOf(events);
        this.state = RunState.fold(events);
        this.outlook = outlook;
        this.phases = Phases.of(runbook, events, outlook);
        this.looks = Looks.of(events);
    }

    Runbook runbook() {
        return runbook;
    }

    RunState state() {
        return state;
    }

    Phases phases() {
        return phases;
    }

    Looks looks() {
        return looks;
    }

    List<Recorded> events() {
        return events;
    }

    Matrix matrix() {
        return new Matrix(runbook, state, looks);
    }

    Instant from() {
        return events.getFirst().at();
    }

    /// Its last event, or, while it is open, the moment from which it is looked at.
    Instant until() {
        return state.closed().isPresent() ? events.getLast().at() : outlook.at();
    }

    /// How long it took, without the time during which it was closed.
    Duration took() {
        return phases.open();
    }

    String headline() {
        return state.closed()
                .map(closed ->
                        ClosingLines.headline(closed.verdict(), mode(), LeftBehind.in(state)))
                .orElseGet(() -> "NOT CLOSED: " + unclosed() + ".");
    }

    private String unclosed() {
        if (!outlook.carriedOut()) {
            return "no process carries it out";
        }
        String standing = Standing.of(state);
        return standing.equals(Standing.GOES_ON) ? "it goes on" : standing;
    }

    List<GateStory> gates() {
        return GateStories.of(events, outlook);
    }

    Mode mode() {
        return state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE);
    }

    /// The whole document.
    public Json.Fields json() {
        Optional<FirstMover> first = FirstMover.in(runbook, events);
        Json.Fields document =
                opening()
                        .with("wrong", Json.texts(wrong()))
                        .with("done", Json.texts(Deeds.of(runbook, state)))
                        .with("closing", Json.texts(closing()))
                        .with(
                                "follow_ups",
                                Json.texts(FollowUps.of(runbook, state, outlook.carriedOut())))
                        .with("refusals", Json.array(refusals(), it -> it))
                        .with("hypotheses", Json.array(Weighed.of(runbook, events), Weighed::json))
                        .with("time", time())
                        .with("gates", Json.array(gates(), GateStory::json))
                        .with("host_events", Json.array(HostEvents.of(events), HostEvent::json))
                        .with("steps", Json.array(runbook.steps(), this::step))
                        .with("evidence", EvidenceTable.of(runbook, state).json())
                        .with("notes", Json.texts(state.notes()))
                        .with("outputs", Outputs.json(runbook, state, looks));
        return first.map(it -> document.with("first_mover", it.json()))
                .orElse(document)
                .with("journal_head", events.getLast().hash());
    }

    Json.Fields opening() {
        RunEvent.RunOpened opened = state.opened().orElseThrow();
        return Json.object()
                .with("report", Json.of(VERSION))
                .with("headline", headline())
                .with("verdict", state.closed().map(closed -> closed.verdict().word()))
                .with("standing", Standing.of(state))
                .with("mode", mode().name().toLowerCase(Locale.ROOT))
                .with("mode_says", OpeningLines.meaning(mode()))
                .with("runbook", opened.runbook())
                .with("title", opened.title())
                .with("run", opened.run().value())
                .with("by", opened.by().name())
                .with("version", opened.version())
                .with("drill", opened.drill())
                .with("opened", from().toString())
                .with("last", events.getLast().at().toString())
                .with(
                        "as_of",
                        state.closed().isPresent()
                                ? Optional.empty()
                                : Optional.of(until().toString()))
                .with("took", Length.json(took()))
                .with("parameters", parameters(opened));
    }

    private static Json parameters(RunEvent.RunOpened opened) {
        return Json.array(
                opened.parameters().entrySet(),
                it -> Json.object().with("name", it.getKey()).with("value", it.getValue()));
    }

    List<String> wrong() {
        return Weighed.of(runbook, events).stream()
                .filter(it -> it.verdict() == HypothesisVerdict.CONFIRMED)
                .map(it -> it.hypothesis().says())
                .toList();
    }

    private List<String> closing() {
        return state.closed().map(RunEvent.Closed::reasons).orElse(List.of());
    }

    private Optional<Instant> settledAt(StepId step) {
        return events.stream()
                .filter(it ->
                        it.event() instanceof RunEvent.StepSettled settled
                                && settled.step().equals(step))
                .map(Recorded::at)
                .reduce((older, newer) -> newer);
    }

    private List<Json> refusals() {
        List<Json> refusals = new ArrayList<>();
        state.settled()
                .forEach((step, event) -> {
                    if (event.outcome().refused()) {
                        refusals.add(
                                Json.object()
                                        .with("step", step.value())
                                        .with("title", Deeds.title(runbook, step))
                                        .with("at", settledAt(step).map(Instant::toString))
                                        .with("reasons", Json.texts(event.reasons())));
                    }
                });
        for (Step step : runbook.steps()) {
            state.loans()
                    .left(step.id())
                    .ifPresent(left ->
                            refusals.add(
                                    Json.object()
                                            .with("step", step.id().value())
                                            .with("title", "Repaying its loan")
                                            .with("reasons", Json.texts(left.reasons()))));
        }
        return refusals;
    }

    private Json time() {
        Duration all = took();
        return Json.array(
                phases.totals().entrySet(),
                it ->
                        Json.object()
                                .with("phase", it.getKey().word())
                                .with("says", it.getKey().says())
                                .with("took", Length.json(it.getValue()))
                                .with(
                                        "per_mille",
                                        Json.of(share(it.getKey(), it.getValue(), all))));
    }

    /// While it was closed nobody spent time on it.
    private static long share(Phase phase, Duration part, Duration all) {
        return all.isZero() || phase == Phase.CLOSED
                ? 0
                : part.toMillis() * 1000 / Math.max(1, all.toMillis());
    }

    private Json step(Step step) {
        Map<?, Cell> cells = matrix().cells(step);
        Optional<RunEvent.StepSettled> settled = state.settled(step.id());
        return Json.object()
                .with("step", step.id().value())
                .with("kind", StepWords.kind(step))
                .with("title", step.heading().title())
                .with("risk", risk(step))
                .with("outcome", settled.map(it -> it.outcome().word()))
                .with("reasons", Json.texts(settled.map(it -> it.reasons()).orElse(List.of())))
                .with(
                        "hosts",
                        Json.array(
                                cells.entrySet(),
                                it -> it.getValue().json().with("host", it.getKey().toString())));
    }

    private static Optional<String> risk(Step step) {
        return step instanceof Step.Acting acting
                ? Optional.of(acting.execution().risk().word())
                : Optional.empty();
    }
}
