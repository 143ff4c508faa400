package dev.blackstart.proof.simulation;

import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.Optional;

/// One decision to send, and what the journal says became of it.
final class Sending {
    private final RunId run;
    private final RunEvent.Dispatched event;
    private final int pid;
    private final long number;
    private final Optional<String> boot;
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Resolver> by = Optional.empty();
    private boolean unseen;
    private boolean overtaken;

    /// @param number counts all sendings of the world
    /// @param boot of its host as it was last seen
    Sending(RunId run, RunEvent.Dispatched event, int pid, long number, Optional<String> boot) {
        this.run = run;
        this.event = event;
        this.pid = pid;
        this.number = number;
        this.boot = boot;
    }

    RunId run() {
        return run;
    }

    RunEvent.Dispatched event() {
        return event;
    }

    int pid() {
        return pid;
    }

    long number() {
        return number;
    }

    void sent() {
        if (outcome.isPresent()) {
            throw wrong("was sent after it had ended");
        }
    }

    /// What was known of its host was seen in an earlier life of it.
    boolean outlived(String now) {
        return !event.bare() && boot.filter(it -> !it.equals(now)).isPresent();
    }

    boolean inFlight() {
        return outcome.isEmpty() && !unseen;
    }

    /// Its process has ended.
    void lostSight() {
        unseen = true;
    }

    void ended(Outcome how) {
        if (!inFlight()) {
            throw wrong("ended, and it was " + (unseen ? "out of sight" : "over"));
        }
        if (how instanceof Outcome.Unknown) {
            unseen = true;
        } else {
            outcome = Optional.of(how);
        }
    }

    /// The host knows better than the person who said that it was not carried out.
    private boolean contradicts(Resolver resolver) {
        return resolver == Resolver.RECEIPT
                && by.filter(Resolver.PERSON::equals).isPresent()
                && outcome.filter(Outcome.Unreachable.class::isInstance).isPresent();
    }

    /// @param reboots it was to reboot its host: one that never went away did not do it
    void resolved(Outcome how, Resolver resolver, boolean reboots) {
        boolean returns = reboots && resolver == Resolver.PROBE && !inFlight();
        if (returns && !(how instanceof Outcome.Unknown)) {
            outcome = Optional.of(how);
            by = Optional.of(resolver);
            return;
        }
        boolean open = outcome.isEmpty() || contradicts(resolver);
        if (!unseen || !open || how instanceof Outcome.Unknown) {
            throw wrong("was resolved as %s, and it was not unknown".formatted(how.word()));
        }
        outcome = Optional.of(how);
        by = Optional.of(resolver);
    }

    Optional<Outcome> outcome() {
        return outcome;
    }

    /// No person said so, the tool did.
    boolean saidNeverStarted() {
        return outcome.filter(Outcome.Unreachable.class::isInstance).isPresent()
                && by.filter(Resolver.PERSON::equals).isEmpty();
    }

    boolean sameDecision(Sending other) {
        return sameTarget(other) && event.gate().equals(other.event.gate());
    }

    private boolean sameTarget(Sending other) {
        return run.equals(other.run)
                && event.purpose() == other.event.purpose()
                && event.action().step().equals(other.event.action().step())
                && event.action().host().equals(other.event.action().host());
    }

    /// Nobody knows how this one ended, and the other goes to the same host.
    boolean unknownOn(Sending other) {
        return outcome.isEmpty() && event.action().host().equals(other.event.action().host());
    }

    /// The other goes to the same host for the same step, and nobody knows how this one ended.
    boolean repeatedBy(Sending other) {
        return sameTarget(other) && event.purpose() == Purpose.ACT && outcome.isEmpty();
    }

    /// A newer sending of the same step took effect on the host.
    void overtakenBy(Sending other) {
        overtaken |= sameTarget(other) && other.number > number && other.pid != pid;
    }

    boolean overtaken() {
        return overtaken;
    }

    private Violation wrong(String what) {
        return new Violation(Invariant.HONEST_OUTCOME, event.action() + " " + what);
    }
}
