package dev.blackstart.service;

import dev.blackstart.run.GateId;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is measured of one run.
///
/// @param waits how long each gate that has ended stood open
/// @param steps how long each step that has settled took, from the first thing it did; waiting at
///   its gate is part of that
record Tally(List<Duration> waits, List<Duration> steps) {
    Tally {
        waits = List.copyOf(waits);
        steps = List.copyOf(steps);
    }

    static Tally of(List<Recorded> events) {
        Map<GateId, Instant> opened = new HashMap<>();
        Map<StepId, Instant> begun = new HashMap<>();
        List<Duration> waits = new ArrayList<>();
        List<Duration> steps = new ArrayList<>();
        for (Recorded it : events) {
            if (it.event() instanceof RunEvent.GateOpened event) {
                opened.put(event.gate().id(), it.at());
                begun.putIfAbsent(event.gate().step(), it.at());
            } else if (it.event() instanceof RunEvent.GateAnswered event) {
                took(opened.remove(event.gate()), it).ifPresent(waits::add);
            } else if (it.event() instanceof RunEvent.GateVoided event) {
                took(opened.remove(event.gate()), it).ifPresent(waits::add);
            } else if (it.event() instanceof RunEvent.ObservationStarted event) {
                begun.putIfAbsent(event.step(), it.at());
            } else if (it.event() instanceof RunEvent.Dispatched event) {
                begun.putIfAbsent(event.action().step(), it.at());
            } else if (it.event() instanceof RunEvent.StepSettled event) {
                took(begun.remove(event.step()), it).ifPresent(steps::add);
            }
        }
        return new Tally(waits, steps);
    }

    private static Optional<Duration> took(@Nullable Instant from, Recorded until) {
        return Optional.ofNullable(from)
                .map(at -> Duration.between(at, until.at()))
                .filter(length -> !length.isNegative());
    }
}
