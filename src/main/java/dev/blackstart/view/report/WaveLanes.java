package dev.blackstart.view.report;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.WaveProgress;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A lane for each step that went in waves: each wave from when it went out until the next one did,
/// or until the step was settled.
record WaveLanes(RunReport report) {
    List<Lane> all() {
        List<Lane> lanes = new ArrayList<>();
        for (Step step : report.runbook().steps()) {
            List<WaveProgress> waves = report.state().waves().of(step.id());
            if (!waves.isEmpty()) {
                lanes.add(lane(step.id(), waves));
            }
        }
        return lanes;
    }

    private Lane lane(StepId step, List<WaveProgress> waves) {
        List<Lane.Bar> bars = new ArrayList<>();
        List<Lane.Mark> marks = new ArrayList<>();
        Instant until = settled(step);
        for (WaveProgress wave : waves.reversed()) {
            bars.add(new Lane.Bar(wave.begun().at(), until, "wave", says(wave)));
            until = wave.begun().at();
        }
        for (WaveProgress wave : waves) {
            String number = Integer.toString(wave.wave().number());
            marks.add(new Lane.Mark(wave.begun().at(), "wave", number, says(wave)));
            wave.proof()
                    .filter(proof -> truth(proof) != Truth.TRUE)
                    .ifPresent(
                            proof -> marks.add(new Lane.Mark(proof.at(), "bad", "!", says(wave))));
        }
        RunEvent.WaveBegun last = waves.getLast().wave();
        String note = "wave " + last.number() + " of " + last.of();
        return new Lane("Waves", "waves: " + step, note, bars, marks);
    }

    private Instant settled(StepId step) {
        return report.events().stream()
                .filter(it ->
                        it.event() instanceof RunEvent.StepSettled settled
                                && settled.step().equals(step))
                .map(Recorded::at)
                .findFirst()
                .orElse(report.until());
    }

    private static Truth truth(Recorded proof) {
        return ((RunEvent.WaveProven) proof.event()).truth();
    }

    private static String says(WaveProgress wave) {
        String proof =
                wave.proof()
                        .map(it -> truth(it) == Truth.TRUE ? ", proven" : ", NOT PROVEN")
                        .orElse("");
        return "wave %d of %d: %s%s"
                .formatted(
                        wave.wave().number(),
                        wave.wave().of(),
                        Words.hosts(wave.wave().hosts()),
                        proof);
    }
}
