package dev.blackstart.service;

import dev.blackstart.run.GateId;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Outlook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A run as it stood at one moment. Only to be read.
///
/// @param events all of them, at least one
/// @param carried does a living process carry it out?
/// @param at the moment
public record Snapshot(
        RunId run, RunState state, List<Recorded> events, boolean carried, Instant at) {
    public Snapshot {
        events = List.copyOf(events);
    }

    public RunEvent.RunOpened opened() {
        return state.opened().orElseThrow();
    }

    public String runbook() {
        return opened().runbook();
    }

    public boolean drill() {
        return opened().mode() == Mode.DRILL;
    }

    /// For reports and pages.
    public Outlook outlook() {
        return new Outlook(at, state.paused().isEmpty() && carried);
    }

    /// When a gate opened; empty when there is no such gate.
    public Optional<Instant> openedAt(GateId gate) {
        return events.stream()
                .filter(it ->
                        it.event() instanceof RunEvent.GateOpened opened
                                && opened.gate().id().equals(gate))
                .map(Recorded::at)
                .findFirst();
    }
}
