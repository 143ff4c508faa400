package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Elapsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lanes of the timeline picture, in the order in which a run goes: what it was doing, checks,
/// verdicts, gates, actions, waves, loans, hosts.
record Lanes(RunReport report) {
    /// More hosts than this share a lane.
    private static final int HOSTS = 12;

    /// Stands for what a host refused, and for what was not sent to it.
    private static final String HELD = HostEvent.Kind.REFUSED.letter();

    List<Lane> all(Phases phases, Optional<FirstMover> first) {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(doing(phases));
        lanes.addAll(checks(first));
        lanes.addAll(verdicts());
        report.gates().forEach(story -> lanes.add(gate(story)));
        lanes.addAll(actions());
        lanes.addAll(new WaveLanes(report).all());
        lanes.addAll(LoanLanes.of(report));
        lanes.addAll(hosts());
        return lanes;
    }

    private static Lane doing(Phases phases) {
        List<Lane.Bar> bars = new ArrayList<>();
        for (Phases.Stretch it : phases.stretches()) {
            String says = it.phase().says() + ", " + Elapsed.exact(it.length());
            bars.add(new Lane.Bar(it.from(), it.until(), it.phase().word(), says));
        }
        return new Lane("Run", "what it was doing", "", bars, List.of());
    }

    private List<Lane> checks(Optional<FirstMover> first) {
        Map<StepId, List<Lane.Bar>> bars = new LinkedHashMap<>();
        Map<StepId, List<Lane.Mark>> marks = new HashMap<>();
        Map<StepId, Map<HostName, Instant>> started = new HashMap<>();
        for (Recorded recorded : report.events()) {
            if (recorded.event() instanceof RunEvent.ObservationStarted it) {
                started.computeIfAbsent(it.step(), step -> new HashMap<>())
                        .put(it.host(), recorded.at());
            }
            if (recorded.event() instanceof RunEvent.Observed it) {
                Instant from =
                        Optional.ofNullable(
                                        started.getOrDefault(it.step(), Map.of()).get(it.host()))
                                .orElse(recorded.at());
                bars.computeIfAbsent(it.step(), step -> new ArrayList<>())
                        .add(new Lane.Bar(from, recorded.at(), "check", it.step().value()));
                trouble(recorded.at(), it)
                        .ifPresent(mark ->
                                marks.computeIfAbsent(it.step(), step -> new ArrayList<>())
                                        .add(mark));
            }
        }
        return bars.entrySet().stream()
                .map(entry -> check(entry.getKey(), entry.getValue(), marks, first))
                .toList();
    }

    private static Lane check(
            StepId step,
            List<Lane.Bar> bars,
            Map<StepId, List<Lane.Mark>> troubles,
            Optional<FirstMover> first) {
        List<Lane.Mark> marks = new ArrayList<>(troubles.getOrDefault(step, List.of()));
        first.filter(it -> it.step().equals(step))
                .ifPresent(it ->
                        marks.add(
                                new Lane.Mark(
                                        it.at(),
                                        "first",
                                        "1",
                                        "first mover: " + it.finding() + " on " + it.host())));
        return new Lane("Checks", step.value(), "", bars, marks);
    }

    private static Optional<Lane.Mark> trouble(Instant at, RunEvent.Observed event) {
        return switch (event.observation()) {
            case Observation.Seen seen ->
                    seen.timedOut()
                            ? Optional.of(new Lane.Mark(at, "bad", "H", event.host() + " hung"))
                            : Optional.empty();
            case Observation.NoAnswer none ->
                    Optional.of(
                            new Lane.Mark(
                                    at,
                                    "bad",
                                    none.by().silence() ? "x" : HELD,
                                    event.host() + ": " + none.reason()));
            case Observation.NotAdmissible not -> Optional.empty();
        };
    }

    private List<Lane> verdicts() {
        List<Lane> lanes = new ArrayList<>();
        for (Weighed weighed : Weighed.of(report.runbook(), report.events())) {
            List<Lane.Mark> marks = new ArrayList<>();
            for (Weighed.Weighing it : weighed.history()) {
                String name = weighed.hypothesis().name().value();
                marks.add(
                        new Lane.Mark(
                                it.at(),
                                "verdict",
                                letter(it.verdict()),
                                it.verdict() + " " + name));
            }
            lanes.add(
                    new Lane(
                            "Verdicts",
                            weighed.hypothesis().name().value(),
                            weighed.verdict().toString(),
                            List.of(),
                            marks));
        }
        return lanes;
    }

    private static String letter(HypothesisVerdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> "C";
            case REFUTED -> "R";
            case UNDECIDED -> "U";
        };
    }

    private static Lane gate(GateStory story) {
        return new Lane(
                "Gates",
                story.gate().id() + " " + story.gate().step(),
                story.length(),
                List.of(new Lane.Bar(story.from(), story.until(), "waiting", story.came())),
                List.of());
    }

    private List<Lane> actions() {
        List<Lane> lanes = new ArrayList<>();
        for (Step step : report.runbook().steps()) {
            List<Lane.Bar> bars = new ArrayList<>();
            List<Lane.Mark> marks = new ArrayList<>();
            for (ActionProgress it : report.state().actions().all()) {
                if (it.intent().action().step().equals(step.id())) {
                    Instant until = it.endedAt().orElse(report.until());
                    bars.add(new Lane.Bar(it.intendedAt(), until, "acting", step.id().value()));
                    trouble(it, until).ifPresent(marks::add);
                }
            }
            if (!bars.isEmpty()) {
                lanes.add(new Lane("Actions", step.id().value(), "", bars, marks));
            }
        }
        return lanes;
    }

    private static Optional<Lane.Mark> trouble(ActionProgress progress, Instant at) {
        Cell cell = Cell.of(progress, List.of());
        String says = progress.intent().action() + ": " + cell.word();
        return switch (cell.mark()) {
            case BAD -> Optional.of(new Lane.Mark(at, "bad", "!", says));
            case OPEN -> Optional.of(new Lane.Mark(at, "bad", "?", says));
            case HELD -> Optional.of(new Lane.Mark(at, "bad", HELD, says));
            case GOOD, NONE -> Optional.empty();
        };
    }

    private List<Lane> hosts() {
        Map<String, List<Lane.Mark>> marks = new LinkedHashMap<>();
        for (HostEvent it : HostEvents.of(report.events())) {
            String lane =
                    marks.size() < HOSTS || marks.containsKey(it.host().value())
                            ? it.host().value()
                            : "other hosts";
            marks.computeIfAbsent(lane, any -> new ArrayList<>())
                    .add(
                            new Lane.Mark(
                                    it.at(),
                                    "host",
                                    it.kind().letter(),
                                    it.host() + ": " + it.says()));
        }
        return marks.entrySet().stream()
                .map(it -> new Lane("Hosts", it.getKey(), "", List.of(), it.getValue()))
                .toList();
    }
}
