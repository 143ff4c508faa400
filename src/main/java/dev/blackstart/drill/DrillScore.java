package dev.blackstart.drill;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Drill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a drill expected and whether it came: diagnosed, refused, recovered, in time.
public record DrillScore(List<Expectation> expectations) {
    public record Expectation(String words, boolean held) {}

    public DrillScore {
        expectations = List.copyOf(expectations);
    }

    /// @param events all events of the closed run, at least one
    /// @param gaps what the drill file lacks, one sentence each
    /// @param seen what was expected of the world itself, and whether it is so
    public static DrillScore of(
            Drill drill,
            RunState state,
            List<Recorded> events,
            List<String> gaps,
            List<Expectation> seen) {
        List<Expectation> all = new ArrayList<>();
        gaps.forEach(gap -> all.add(new Expectation(gap, false)));
        for (var hypothesis : drill.mustDiagnose()) {
            boolean confirmed =
                    events.stream()
                            .map(Recorded::event)
                            .anyMatch(event ->
                                    event instanceof RunEvent.Established it
                                            && it.hypothesis().equals(hypothesis)
                                            && it.verdict() == HypothesisVerdict.CONFIRMED);
            all.add(new Expectation("diagnose " + hypothesis, confirmed));
        }
        for (var step : drill.mustRefuse()) {
            boolean refused = state.settled(step).filter(it -> it.outcome().refused()).isPresent();
            all.add(new Expectation("refuse " + step, refused));
        }
        if (drill.mustRecover()) {
            all.add(new Expectation("recover", recovered(state)));
        }
        if (drill.mustChangeNothing()) {
            int sent = state.actions().all().size();
            all.add(
                    new Expectation(
                            "change nothing" + (sent == 0 ? "" : "; actions sent: " + sent),
                            sent == 0));
        }
        drill.mustEnd().ifPresent(word -> all.add(end(word, state)));
        all.addAll(seen);
        drill.by()
                .ifPresent(by -> {
                    Duration took = Duration.between(events.getFirst().at(), events.getLast().at());
                    all.add(
                            new Expectation(
                                    "within " + Words.length(by) + ", took " + Words.length(took),
                                    took.compareTo(by) <= 0));
                });
        return new DrillScore(all);
    }

    private static Expectation end(String word, RunState state) {
        String ended = state.closed().map(it -> it.verdict().word()).orElse("open");
        return new Expectation(
                "end " + word + (ended.equals(word) ? "" : ", ended " + ended), ended.equals(word));
    }

    private static boolean recovered(RunState state) {
        return state.closed()
                .map(RunEvent.Closed::verdict)
                .filter(verdict ->
                        verdict == Verdict.RECOVERED || verdict == Verdict.RECOVERED_WITH_LOANS)
                .isPresent();
    }

    public boolean held() {
        return expectations.stream().allMatch(Expectation::held);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(held() ? "Drill passed:" : "Drill NOT passed:");
        expectations.forEach(it -> lines.add((it.held() ? "  yes  " : "  NO   ") + it.words()));
        return List.copyOf(lines);
    }
}
