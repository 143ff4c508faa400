package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What came of a step on each host it was approved for. A host that nothing was sent to is "not
/// started", never failed or skipped.
record Headcount(
        List<HostName> ok,
        List<HostName> failed,
        List<HostName> unknown,
        List<HostName> underWay,
        List<HostName> notStarted,
        Map<HostName, String> reasons) {
    static Headcount of(Moment moment, Step.Acting step) {
        Headcount count =
                new Headcount(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new TreeMap<>());
        for (HostName host : everywhere(moment, step)) {
            count.place(moment, step, host);
        }
        return count;
    }

    /// Hosts sent to, then those the newest approval asked for.
    private static Set<HostName> everywhere(Moment moment, Step.Acting step) {
        Set<HostName> hosts = new LinkedHashSet<>(Standing.touched(moment, step));
        moment.state()
                .gates()
                .newestOpened(step.id(), Gate.Kind.APPROVAL)
                .map(Gate::targets)
                .ifPresent(hosts::addAll);
        return hosts;
    }

    private void place(Moment moment, Step.Acting step, HostName host) {
        switch (Standing.of(moment, step, host)) {
            case Standing.Untouched untouched -> notStarted.add(host);
            case Standing.InFlight flying -> underWay.add(host);
            case Standing.Done done -> ok.add(host);
            case Standing.Failed it -> {
                (unknown(moment, step, host) ? unknown : failed).add(host);
                reasons.put(host, it.reason());
            }
        }
    }

    private static boolean unknown(Moment moment, Step.Acting step, HostName host) {
        Optional<ActionProgress> sent =
                moment.state().actions().newest(step.id(), host, Purpose.ACT);
        return sent.filter(ActionProgress::unknown).isPresent();
    }

    /// The hosts of a step in waves that nothing was sent to, as a sentence; empty when there are
    /// none.
    static Optional<String> leftOut(Moment moment, Step step) {
        if (!(step instanceof Step.Acting acting)
                || moment.state().waves().of(step.id()).isEmpty()) {
            return Optional.empty();
        }
        Headcount count = of(moment, acting);
        return count.notStarted().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s was not started on %s (%s)"
                                .formatted(
                                        step.id(), Words.hosts(count.notStarted()), count.shown()));
    }

    /// `4 ok · 2 failed · 0 unknown · 5 not started`.
    String shown() {
        return "%d ok · %d failed · %d unknown · %d not started"
                .formatted(ok.size(), failed.size(), unknown.size(), notStarted.size());
    }
}
