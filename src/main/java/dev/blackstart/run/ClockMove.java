package dev.blackstart.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What follows when the wall clock was moved: of what is left until a gate closes, the shorter
/// counts, by the wall clock or by the time that has passed.
public final class ClockMove {
    private ClockMove() {}

    /// The move, and which gates it ends. An open one then closes as every gate does whose time is
    /// over; a yes that is not used up is asked for again.
    ///
    /// @param now by the clock as it is since
    public static List<RunEvent> seen(RunState state, Duration by, Instant now) {
        List<RunEvent> events = new ArrayList<>();
        List<GateId> ended = by.isNegative() ? List.of() : ended(state, now);
        events.add(new RunEvent.ClockJumped(by, ended));
        boolean open = state.gates().open().isPresent();
        for (GateId gate : ended) {
            if (!open || !gate.equals(state.gates().open().get().id())) {
                events.add(
                        new RunEvent.GateVoided(
                                gate, "the clock was moved past its end, so it is asked again"));
            }
        }
        return events;
    }

    static void apply(Duration by, GateBook gates, LoanBook loans) {
        gates.clockMoved(by);
        loans.clockMoved(by);
    }

    private static List<GateId> ended(RunState state, Instant now) {
        List<GateId> ended = new ArrayList<>();
        state.gates().inForce().stream()
                .map(GateBook.Answer::gate)
                .filter(gate -> state.settled(gate.step()).isEmpty() || takesBack(state, gate))
                .filter(gate -> !now.isBefore(gate.expires()))
                .forEach(gate -> ended.add(gate.id()));
        state.gates()
                .open()
                .filter(gate -> !now.isBefore(gate.expires()))
                .ifPresent(gate -> ended.add(gate.id()));
        return ended.stream().distinct().toList();
    }

    /// A settled step is taken back, and nothing of it is under way.
    private static boolean takesBack(RunState state, Gate gate) {
        return gate.kind() == Gate.Kind.UNDO
                && state.actions().all().stream()
                        .filter(ActionProgress::inFlight)
                        .noneMatch(it -> it.intent().gate().equals(gate.id()));
    }
}
