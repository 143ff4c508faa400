package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The waves in which steps went over their hosts, in the order in which they went out.
public final class WaveBook {
    private final Map<StepId, List<WaveProgress>> waves = new HashMap<>();

    WaveBook() {}

    void begun(Recorded recorded, RunEvent.WaveBegun event) {
        waves.computeIfAbsent(event.step(), step -> new ArrayList<>())
                .add(new WaveProgress(event, recorded, Optional.empty(), Optional.empty()));
    }

    void proven(Recorded recorded, RunEvent.WaveProven event) {
        change(event.step(), wave -> wave.proven(recorded));
    }

    void soaked(Recorded recorded, RunEvent.WaveSoaked event) {
        change(event.step(), wave -> wave.soaked(recorded));
    }

    private void change(StepId step, UnaryOperator<WaveProgress> how) {
        List<WaveProgress> all = waves.getOrDefault(step, List.of());
        if (!all.isEmpty()) {
            all.set(all.size() - 1, how.apply(all.getLast()));
        }
    }

    public List<WaveProgress> of(StepId step) {
        return List.copyOf(waves.getOrDefault(step, List.of()));
    }

    /// The wave that went out last.
    public Optional<WaveProgress> current(StepId step) {
        List<WaveProgress> all = of(step);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The number of the wave a host was last sent to in.
    public Optional<Integer> number(StepId step, HostName host) {
        return of(step).stream()
                .map(WaveProgress::wave)
                .filter(wave -> wave.hosts().contains(host))
                .map(RunEvent.WaveBegun::number)
                .reduce((older, newer) -> newer);
    }

    /// Sequence of the newest event about the waves of a step; 0 when it has none.
    long lastSequence(StepId step) {
        return of(step).stream().mapToLong(WaveProgress::lastSequence).max().orElse(0);
    }
}
