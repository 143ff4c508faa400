package dev.blackstart.door.cli;

import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Calls whoever has not answered a gate once more: at half of its time, and shortly before it
/// closes. Silence means no, and nobody should say it by oversight.
final class Reminder {
    private static final Duration LAST_CALL = Duration.ofMinutes(5);

    private Optional<GateId> gate = Optional.empty();
    private Instant told = Instant.MIN;

    /// @param asked the opening of the gate that waits for a person; empty when none does
    /// @return what to say now, each call once
    Optional<String> at(Instant now, Optional<Recorded> asked) {
        return asked.filter(it -> it.event() instanceof RunEvent.GateOpened)
                .flatMap(it -> at(now, it.at(), ((RunEvent.GateOpened) it.event()).gate()));
    }

    private Optional<String> at(Instant now, Instant opened, Gate open) {
        if (!gate.equals(Optional.of(open.id()))) {
            gate = Optional.of(open.id());
            told = opened;
        }
        Instant half = opened.plus(Duration.between(opened, open.expires()).dividedBy(2));
        boolean due =
                Stream.of(half, open.expires().minus(LAST_CALL))
                        .filter(call -> !call.isBefore(half))
                        .anyMatch(call -> call.isAfter(told) && !call.isAfter(now));
        if (!due || !now.isBefore(open.expires())) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(
                "Gate %s still waits for a person, for %d more minutes"
                        .formatted(open.id(), Duration.between(now, open.expires()).toMinutes()));
    }
}
