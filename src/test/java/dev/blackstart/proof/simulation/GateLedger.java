package dev.blackstart.proof.simulation;

import dev.blackstart.run.ClockReading;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every gate of one run, and who said what.
final class GateLedger {
    /// One gate.
    static final class Page {
        private final Gate gate;
        private final Set<Person> yes = new LinkedHashSet<>();
        private boolean voided;
        private final ClockReading opened;
        private final Duration openFor;
        private Duration taken = Duration.ZERO;
        private boolean over;
        private long answered;

        Page(Gate gate, Instant at, ClockReading opened) {
            this.gate = gate;
            this.opened = opened;
            this.openFor = Duration.between(at, gate.expires());
        }

        /// What has passed since it was opened, and what the wall clock was set forward since.
        private Duration gone(ClockReading now) {
            return now.monotonic().minus(opened.monotonic()).plus(taken);
        }

        /// Its time was over when the clock was set forward; how much that was is known roughly.
        boolean over() {
            return over;
        }

        Gate gate() {
            return gate;
        }

        Set<Person> yes() {
            return yes;
        }

        /// Sequence of the last answer.
        long answered() {
            return answered;
        }

        boolean voided() {
            return voided;
        }
    }

    private final Map<GateId, Page> pages = new HashMap<>();
    private Optional<Gate> open = Optional.empty();

    Optional<Gate> open() {
        return open;
    }

    Optional<Page> page(GateId id) {
        return Optional.ofNullable(pages.get(id));
    }

    Collection<Page> pages() {
        return pages.values();
    }

    void moved(Duration forward, ClockReading now) {
        if (forward.isZero()) {
            return;
        }
        for (Page page : pages.values()) {
            page.taken = page.taken.plus(forward);
            page.over |= page.gone(now).compareTo(page.openFor.plus(ClockLedger.SEEN)) >= 0;
        }
    }

    void add(Recorded recorded, ClockReading now) {
        switch (recorded.event()) {
            case RunEvent.GateOpened it -> {
                pages.put(it.gate().id(), new Page(it.gate(), recorded.at(), now));
                open = Optional.of(it.gate());
            }
            case RunEvent.GateAnswered it -> answered(recorded, it, now);
            case RunEvent.GateVoided it -> {
                page(it.gate()).ifPresent(page -> page.voided = true);
                open = open.filter(gate -> !gate.id().equals(it.gate()));
            }
            case RunEvent.OfTakingUp it -> voidAll();
            case RunEvent.Closed it -> open = Optional.empty();
            default -> {}
        }
    }

    /// A restart means no.
    private void voidAll() {
        open = Optional.empty();
        for (Page page : pages.values()) {
            page.voided |=
                    page.gate.kind() == Gate.Kind.APPROVAL || page.gate.kind() == Gate.Kind.UNDO;
        }
    }

    private void answered(Recorded recorded, RunEvent.GateAnswered answer, ClockReading now) {
        Page page = page(answer.gate()).orElseThrow(() -> wrong(answer, "that was never opened"));
        if (page.voided || open.filter(it -> it.id().equals(answer.gate())).isEmpty()) {
            throw wrong(answer, "that is not open");
        }
        if (!page.gate.digest().equals(answer.digest())) {
            throw wrong(answer, "of another digest");
        }
        Duration most = page.openFor.plus(page.taken.isZero() ? Duration.ZERO : ClockLedger.SEEN);
        if (page.gone(now).compareTo(most) >= 0) {
            throw new Violation(
                    Invariant.IN_TIME, "an answer counts at gate " + answer.gate() + ", too late");
        }
        if ((answer.typed() + answer.note()).contains(World.SECRET)) {
            throw new Violation(Invariant.NO_SECRET, "a secret in an answer");
        }
        page.answered = recorded.sequence();
        boolean yes = page.gate.yes(answer.choice());
        if (yes && !page.yes.add(answer.by())) {
            throw new Violation(Invariant.COUNTED_ONCE, answer.by() + " is counted twice");
        }
        boolean looksAround = answer.choice().equals("inspect");
        if (!looksAround && (!yes || page.yes.size() >= page.gate.people())) {
            open = Optional.empty();
        }
    }

    private static Violation wrong(RunEvent.GateAnswered answer, String what) {
        return new Violation(
                Invariant.APPROVED, "an answer counts at gate " + answer.gate() + " " + what);
    }
}
