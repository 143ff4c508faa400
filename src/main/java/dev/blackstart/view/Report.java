package dev.blackstart.view;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a report says about a run, as the values its template may use. Every value is safe to stand
/// in Markdown as it is; the template adds words and order only.
public record Report(Runbook runbook, List<Recorded> events, ZoneId zone) {
    private static final int COLUMNS = 100;

    public Report {
        events = List.copyOf(events);
    }

    /// Values by name: texts, lists and maps of texts.
    public Map<String, Object> values() {
        RunState state = RunState.fold(events);
        Map<String, Object> values = new LinkedHashMap<>(opening(state));
        values.put("headline", headline(state));
        values.put("wrong", wrong(state));
        values.put("done", done(state));
        values.put("refusals", refusals(state));
        values.put("hypotheses", hypotheses(state));
        values.put("evidence", Markdown.block(evidence(state)));
        values.put("matrix", Markdown.block(new StepMatrix(runbook, state).lines(COLUMNS)));
        values.put("timeline", Markdown.block(timeline(mode(state))));
        values.put("outputs", outputs(state));
        values.put("followups", texts(FollowUps.of(runbook, state)));
        return values;
    }

    private Map<String, String> opening(RunState state) {
        Map<String, String> values = new LinkedHashMap<>();
        RunEvent.RunOpened opened = state.opened().orElseThrow();
        values.put("title", Markdown.text(opened.title()));
        values.put("runbook", Markdown.text(opened.runbook()));
        values.put("run", opened.run().value());
        values.put("by", Markdown.text(opened.by().name()));
        values.put("mode", Markdown.text(OpeningLines.meaning(opened.mode())));
        values.put("opened", seconds(events.getFirst().at()));
        values.put("last", seconds(events.getLast().at()));
        Duration took = Duration.between(events.getFirst().at(), events.getLast().at());
        values.put("took", Elapsed.shown(took));
        values.put("head", events.getLast().hash());
        return values;
    }

    private static String headline(RunState state) {
        return state.closed()
                .map(closed -> Markdown.text(ClosingLines.headline(closed.verdict(), mode(state))))
                .orElse("NOT CLOSED: " + Markdown.text(Standing.of(state)) + ".");
    }

    private static Mode mode(RunState state) {
        return state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE);
    }

    private List<String> wrong(RunState state) {
        return runbook.hypotheses().values().stream()
                .filter(it -> verdict(state, it.name()) == HypothesisVerdict.CONFIRMED)
                .map(it -> Markdown.text(it.says()))
                .toList();
    }

    private static HypothesisVerdict verdict(RunState state, HypothesisName name) {
        return state.established(name)
                .map(recorded -> ((RunEvent.Established) recorded.event()).verdict())
                .orElse(HypothesisVerdict.UNDECIDED);
    }

    private List<String> done(RunState state) {
        return state.actions().all().stream()
                .filter(progress -> progress.intent().purpose() != Purpose.PRESERVE)
                .filter(ActionProgress::succeeded)
                .map(progress -> Markdown.text(did(progress)))
                .toList();
    }

    private String did(ActionProgress progress) {
        StepId step = progress.intent().action().step();
        String what =
                switch (progress.intent().purpose()) {
                    case PRESERVE, ACT -> title(step);
                    case RELEASE -> "released " + step;
                    case UNDO -> "undid " + step;
                };
        return what + " (" + step + " on " + progress.intent().action().host() + ")";
    }

    private String title(StepId step) {
        return runbook.step(step).map(it -> it.heading().title()).orElse(step.value());
    }

    private List<Map<String, Object>> refusals(RunState state) {
        List<Map<String, Object>> refusals = new ArrayList<>();
        state.settled()
                .forEach((step, event) -> {
                    if (event.outcome() == StepOutcome.REFUSED) {
                        refusals.add(
                                Map.of(
                                        "step", Markdown.text(step + ": " + title(step)),
                                        "reasons", texts(event.reasons())));
                    }
                });
        return refusals;
    }

    private List<Map<String, Object>> hypotheses(RunState state) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var hypothesis : runbook.hypotheses().values()) {
            state.established(hypothesis.name())
                    .map(recorded -> (RunEvent.Established) recorded.event())
                    .ifPresent(event ->
                            rows.add(
                                    Map.of(
                                            "name", Markdown.text(hypothesis.name().value()),
                                            "says", Markdown.text(hypothesis.says()),
                                            "verdict", event.verdict().name(),
                                            "reasons", texts(event.reasons()))));
        }
        return rows;
    }

    private List<String> evidence(RunState state) {
        EvidenceTable table = EvidenceTable.of(runbook, state);
        return state.closed().isPresent()
                ? table.lines(COLUMNS)
                : table.lines(events.getLast().at(), COLUMNS);
    }

    private List<String> timeline(Mode mode) {
        ProgressLines progress = new ProgressLines(runbook, zone, COLUMNS);
        return events.stream()
                .flatMap(recorded -> timeline(progress, recorded, mode).stream())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// On the screen a gate is a page of its own; here it is a line.
    private List<String> timeline(ProgressLines progress, Recorded recorded, Mode mode) {
        return recorded.event() instanceof RunEvent.GateOpened opened
                ? new LogLine(
                                "gate " + opened.gate().id(),
                                "",
                                "asked: " + opened.gate().headline())
                        .at(recorded, zone, COLUMNS)
                : progress.of(recorded, mode);
    }

    private static List<Map<String, Object>> outputs(RunState state) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (ActionProgress progress : state.actions().all()) {
            progress.outcome()
                    .ifPresent(outcome ->
                            outputs.add(
                                    Map.of(
                                            "action",
                                                    Markdown.text(
                                                            progress.intent().action().toString()),
                                            "outcome", Markdown.text(EventLine.of(outcome)),
                                            "stdout", digest(progress.stdout()),
                                            "stderr", digest(progress.stderr()))));
        }
        return outputs;
    }

    private static String digest(Kept kept) {
        return kept.bytes() == 0 ? "nothing" : kept.bytes() + " bytes, sha256 " + kept.sha256();
    }

    private static List<String> texts(List<String> raw) {
        return raw.stream().map(Markdown::text).toList();
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
