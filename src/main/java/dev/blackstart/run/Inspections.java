package dev.blackstart.run;

import dev.blackstart.runbook.StepId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The commands with which people looked around on hosts. Nobody can tell whether they only looked:
/// each goes out at most once, and evidence from before it is stale.
public final class Inspections {
    /// @param seen empty while it is under way
    public record Inspection(
            RunEvent.InspectionStarted started, Optional<Observation> seen, long sequence) {}

    private final Map<GateId, Inspection> all = new LinkedHashMap<>();
    private long lastSequence;
    private long lastRestart;

    Inspections() {}

    void started(Recorded recorded, RunEvent.InspectionStarted event) {
        lastSequence = recorded.sequence();
        all.put(event.gate(), new Inspection(event, Optional.empty(), recorded.sequence()));
    }

    void ended(Recorded recorded, RunEvent.Inspected event) {
        lastSequence = recorded.sequence();
        all.computeIfPresent(
                event.gate(), (gate, it) -> seen(it, event.observation(), recorded.sequence()));
    }

    /// What was under way when the tool stopped is not seen any more, and not sent again.
    void loseSightOfAll(Recorded recorded) {
        lastRestart = recorded.sequence();
        all.replaceAll((gate, it) ->
                it.seen().isPresent()
                        ? it
                        : seen(
                                it,
                                new Observation.NoAnswer("this tool stopped before it ended"),
                                recorded.sequence()));
    }

    private static Inspection seen(Inspection it, Observation observation, long sequence) {
        return new Inspection(it.started(), Optional.of(observation), sequence);
    }

    public Collection<Inspection> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /// Those asked for at a step's gates, oldest first.
    public List<Inspection> of(StepId step) {
        return all.values().stream().filter(it -> it.started().step().equals(step)).toList();
    }

    public Optional<Inspection> of(GateId gate) {
        return Optional.ofNullable(all.get(gate));
    }

    /// Was an answer given before the tool was last started? Then it lost its force.
    boolean before(Recorded answer) {
        return answer.sequence() < lastRestart;
    }

    /// Sequence of the last event that may have changed a host; evidence from before it is stale.
    public long lastSequence() {
        return lastSequence;
    }
}
