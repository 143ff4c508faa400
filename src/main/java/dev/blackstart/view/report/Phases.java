package dev.blackstart.view.report;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a run spent its time on, without gaps: from its first event to its last, or, while it is
/// open, to the moment from which it is looked at.
record Phases(List<Stretch> stretches) {
    record Stretch(Phase phase, Instant from, Instant until) {
        Duration length() {
            return Duration.between(from, until);
        }
    }

    Phases {
        stretches = List.copyOf(stretches);
    }

    static Phases of(Runbook runbook, List<Recorded> events, Outlook outlook) {
        PhaseNow now = new PhaseNow(runbook, RunState.fold(events));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < events.size(); i++) {
            now.apply(events.get(i));
            Recorded next = events.get(i + 1);
            boolean left = next.event() instanceof RunEvent.OfTakingUp;
            add(stretches, now, events.get(i).at(), next.at(), left);
        }
        now.apply(events.getLast());
        if (now.phase() != Phase.CLOSED) {
            add(stretches, now, events.getLast().at(), outlook.at(), !outlook.carriedOut());
        }
        return new Phases(stretches);
    }

    /// @param left nobody carries the run out at the end of this time; what was at work goes on
    private static void add(
            List<Stretch> stretches, PhaseNow now, Instant from, Instant until, boolean left) {
        if (!left) {
            add(stretches, new Stretch(now.phase(), from, until));
            return;
        }
        Instant ran = now.ran().filter(it -> it.isBefore(until)).orElse(until);
        Instant end = now.phase() != Phase.ACTING || ran.isBefore(from) ? from : ran;
        add(stretches, new Stretch(Phase.ACTING, from, end));
        add(stretches, new Stretch(Phase.AWAY, end, until));
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        if (!next.until().isAfter(next.from())) {
            return;
        }
        if (!stretches.isEmpty() && stretches.getLast().phase() == next.phase()) {
            Stretch before = stretches.removeLast();
            stretches.add(new Stretch(next.phase(), before.from(), next.until()));
        } else {
            stretches.add(next);
        }
    }

    /// How long it was open.
    Duration open() {
        return stretches.stream()
                .filter(stretch -> stretch.phase() != Phase.CLOSED)
                .map(Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Every phase, in its order; one that did not occur is zero.
    Map<Phase, Duration> totals() {
        Map<Phase, Duration> totals = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            totals.put(phase, Duration.ZERO);
        }
        stretches.forEach(
                stretch -> totals.merge(stretch.phase(), stretch.length(), Duration::plus));
        return totals;
    }
}
