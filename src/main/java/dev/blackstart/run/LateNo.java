package dev.blackstart.run;

import java.util.Optional;

/// A no that comes after the yes. It is taken as long as something is still to be sent under that
/// yes: the approval loses its force, and who is still in favour is asked anew.
public final class LateNo {
    private LateNo() {}

    /// The gate it is about; empty when the answer is no such no.
    public static Optional<Gate> gate(RunState state, GateId id, String digest, String choice) {
        return state.gates()
                .inForce(id)
                .map(GateBook.Answer::gate)
                .filter(gate -> state.closed().isEmpty() && state.stop().isEmpty())
                .filter(gate -> gate.fallback().equals(choice))
                .filter(gate -> gate.digest().equals(digest))
                .filter(gate -> state.settled(gate.step()).isEmpty())
                .filter(gate ->
                        state.gates()
                                .newestOpened(gate.step(), gate.kind())
                                .filter(newest -> newest.id().equals(id))
                                .isPresent())
                .filter(gate -> sent(state, gate) < gate.targets().size());
    }

    public static RunEvent.GateVoided event(RunState state, Gate gate, Person by) {
        return new RunEvent.GateVoided(
                gate.id(),
                sent(state, gate) == 0
                        ? "denied by %s; step not sent".formatted(by)
                        : "denied by %s; nothing more is sent".formatted(by));
    }

    /// On so many hosts the decision to send is written.
    private static long sent(RunState state, Gate gate) {
        Purpose purpose = gate.kind() == Gate.Kind.UNDO ? Purpose.UNDO : Purpose.ACT;
        return state.actions().all().stream()
                .filter(progress -> progress.intent().gate().equals(gate.id()))
                .filter(progress -> progress.intent().purpose() == purpose)
                .map(progress -> progress.intent().action().host())
                .distinct()
                .count();
    }
}
