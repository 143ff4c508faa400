package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every sending of the run and where it stands, in the order of the decisions to send.
public final class ActionBook {
    /// One sending: an action for one purpose.
    public record Key(ActionKey action, Purpose purpose) {}

    private final Map<Key, ActionProgress> all = new LinkedHashMap<>();
    private final Map<Place, Key> newest = new HashMap<>();
    private final Map<Key, Long> decided = new HashMap<>();
    private final Map<HostName, Long> lastOnHost = new HashMap<>();
    private final Map<Key, Duration> sleptBefore = new HashMap<>();
    private Duration slept = Duration.ZERO;
    private long lastSequence;

    /// What one attempt follows another at.
    private record Place(StepId step, HostName host, Purpose purpose) {}

    ActionBook() {}

    /// @param evidence keeps what the host had said until then
    void dispatched(Recorded recorded, RunEvent.Dispatched event, EvidenceBook evidence) {
        HostName host = event.action().host();
        evidence.sending(event.action(), lastOnHost.getOrDefault(host, 0L));
        Key key = new Key(event.action(), event.purpose());
        decided.put(key, recorded.sequence());
        sleptBefore.put(key, slept);
        all.put(key, ActionProgress.intended(event, recorded.at(), evidence.boot(host)));
        newest.put(place(key), key);
        if (event.purpose() != Purpose.PRESERVE) {
            mayHaveChanged(host, recorded);
        }
    }

    void duress(RunEvent.OfDuress said) {
        if (said instanceof RunEvent.IntentVoid event) {
            voided(event);
        }
    }

    /// It is as if it had never been decided: it may be decided again.
    private void voided(RunEvent.IntentVoid event) {
        Key key = new Key(event.action(), event.purpose());
        ActionProgress there = all.get(key);
        if (there != null && there.intent().nonce().equals(event.nonce())) {
            all.remove(key);
            newest.values().removeIf(key::equals);
            all.keySet().stream()
                    .filter(it -> place(it).equals(place(key)))
                    .forEach(it -> newest.put(place(it), it));
        }
    }

    private static Place place(Key key) {
        return new Place(key.action().step(), key.action().host(), key.purpose());
    }

    void sent(RunEvent.Sent event, Instant at) {
        change(event.action(), event.purpose(), progress -> progress.sent(event, at));
    }

    void ended(Recorded recorded, RunEvent.Ended event) {
        change(event.action(), event.purpose(), progress -> progress.ended(event, recorded));
        if (event.purpose() != Purpose.PRESERVE) {
            mayHaveChanged(event.action().host(), recorded);
        }
    }

    void resolved(Recorded recorded, RunEvent.Resolved event) {
        change(event.action(), event.purpose(), progress -> progress.resolved(event, recorded));
        mayHaveChanged(event.action().host(), recorded);
    }

    private void mayHaveChanged(HostName host, Recorded recorded) {
        lastSequence = recorded.sequence();
        lastOnHost.put(host, lastSequence);
    }

    void receiptRead(Recorded recorded, RunEvent.ReceiptRead event) {
        change(event.action(), event.purpose(), progress -> progress.receiptRead(event, recorded));
    }

    /// The process that watched them has ended: what was sent and not ended is unknown from now on,
    /// and what was unknown is looked for again.
    void loseSightOfAll(Recorded recorded) {
        all.replaceAll((key, progress) -> {
            if (progress.inFlight()) {
                return progress.lost(
                        "the connection ended when this tool stopped; the command may still run",
                        recorded);
            }
            return progress.unknown() ? progress.unread() : progress;
        });
    }

    private void change(ActionKey action, Purpose purpose, UnaryOperator<ActionProgress> how) {
        all.computeIfPresent(new Key(action, purpose), (key, progress) -> how.apply(progress));
    }

    void clockJumped(Duration by) {
        slept = by.isNegative() ? slept : slept.plus(by);
    }

    /// The most time that can have gone by on a host since it was decided to send there: a clock
    /// that was set forward may be a machine that was suspended.
    public Duration mostAge(ActionProgress progress, Instant now) {
        Key key = new Key(progress.intent().action(), progress.intent().purpose());
        return Duration.between(progress.intendedAt(), now)
                .plus(slept.minus(sleptBefore.getOrDefault(key, Duration.ZERO)));
    }

    public Collection<ActionProgress> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    public Optional<ActionProgress> of(ActionKey action, Purpose purpose) {
        return Optional.ofNullable(all.get(new Key(action, purpose)));
    }

    /// The newest attempt for one step, host and purpose.
    public Optional<ActionProgress> newest(StepId step, HostName host, Purpose purpose) {
        return Optional.ofNullable(newest.get(new Place(step, host, purpose))).map(all::get);
    }

    /// Sequence of the decision to send it.
    long decided(ActionProgress progress) {
        RunEvent.Dispatched intent = progress.intent();
        return decided.getOrDefault(new Key(intent.action(), intent.purpose()), 0L);
    }

    public List<ActionProgress> unknown() {
        List<ActionProgress> unknown = new ArrayList<>();
        for (ActionProgress progress : all.values()) {
            if (progress.unknown()) {
                unknown.add(progress);
            }
        }
        return unknown;
    }

    public boolean anyInFlight() {
        for (ActionProgress progress : all.values()) {
            if (progress.inFlight()) {
                return true;
            }
        }
        return false;
    }

    /// Sequence of the last event that may have changed a host; evidence from before it is stale.
    public long lastSequence() {
        return lastSequence;
    }
}
