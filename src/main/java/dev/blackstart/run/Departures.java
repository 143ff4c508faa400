package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The hosts that were left behind: without which a step goes on, and those that take no part in
/// the rest of the run.
public final class Departures {
    private final List<RunEvent.HostSkipped> skipped = new ArrayList<>();
    private final Map<HostName, RunEvent.HostExcluded> excluded = new LinkedHashMap<>();
    private final Map<StepId, Long> newest = new LinkedHashMap<>();
    private final Set<GateId> carriedOut = new HashSet<>();

    private final Set<HostName> lifted = new HashSet<>();

    Departures() {}

    void skipped(Recorded recorded, RunEvent.HostSkipped event) {
        skipped.add(event);
        newest.put(event.step(), recorded.sequence());
        event.gate().ifPresent(carriedOut::add);
    }

    void excluded(Recorded recorded, RunEvent.HostExcluded event) {
        excluded.putIfAbsent(event.host(), event);
        lifted.remove(event.host());
        newest.put(event.step(), recorded.sequence());
        event.gate().ifPresent(carriedOut::add);
    }

    /// Who repays what the run lent, or finds out what is unknown, asks for its hosts again,
    /// whatever was decided in the run.
    void lifted() {
        lifted.addAll(excluded.keySet());
    }

    /// The run itself goes on, and with it what was decided in it.
    void restored() {
        lifted.clear();
    }

    /// In the order in which they were left behind.
    public List<RunEvent.HostSkipped> skipped() {
        return Collections.unmodifiableList(skipped);
    }

    public Map<HostName, RunEvent.HostExcluded> excluded() {
        return Collections.unmodifiableMap(excluded);
    }

    /// Why a host takes no part any more, such as `excluded by anna`; empty when it does.
    public Optional<String> exclusion(HostName host) {
        return Optional.ofNullable(excluded.get(host))
                .filter(event -> !lifted.contains(host))
                .map(event -> "excluded by " + by(event));
    }

    private static String by(RunEvent.HostExcluded event) {
        return event.by()
                .map(Person::name)
                .orElseGet(() -> "`on_failure: exclude_host` of " + event.step());
    }

    /// What the end of a run must not hide, one sentence a host and step.
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        skipped.forEach(it ->
                sentences.add(
                        "%s went on without %s (%s)".formatted(it.step(), it.host(), it.reason())));
        excluded.values()
                .forEach(it ->
                        sentences.add(
                                "%s took no part after %s (%s)"
                                        .formatted(it.host(), it.step(), it.reason())));
        return sentences;
    }

    /// Does a step go on without a host?
    boolean without(StepId step, HostName host) {
        if (exclusion(host).isPresent()) {
            return true;
        }
        for (RunEvent.HostSkipped event : skipped) {
            if (event.step().equals(step) && event.host().equals(host)) {
                return true;
            }
        }
        return false;
    }

    /// Sequence of the newest departure at a step; 0 when there is none.
    long newest(StepId step) {
        return newest.getOrDefault(step, 0L);
    }

    /// Was the answer at a gate carried out?
    boolean carriedOut(GateId gate) {
        return carriedOut.contains(gate);
    }
}
