package dev.blackstart.run;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// A yes that counts while nothing is sent under it yet, and nothing else is asked.
    public static Optional<Gate> unsent(RunState state) {
        if (state.gates().open().isPresent()) {
            return Optional.empty();
        }
        return state.gates().inForce().stream()
                .map(GateBook.Answer::gate)
                .filter(gate -> gate(state, gate.id(), gate.digest(), gate.fallback()).isPresent())
                .filter(gate -> sent(state, gate) == 0)
                .reduce((older, newer) -> newer);
    }

    public static RunEvent.GateVoided event(RunState state, Gate gate, Person by) {
        return new RunEvent.GateVoided(
                gate.id(),
                sent(state, gate) == 0
                        ? "denied by %s; step not sent".formatted(by)
                        : "denied by %s; nothing more is sent".formatted(by));
    }

    /// Is it the no of this person?
    public static boolean by(Person person, RunEvent.GateVoided voided) {
        return voided.reason().startsWith("denied by " + person + ";");
    }

    /// When the first decision to send under a gate was written; empty while none was.
    static Optional<Instant> sentAt(RunState state, Gate gate) {
        return under(state, gate).map(ActionProgress::intendedAt).min(Instant::compareTo);
    }

    /// On so many hosts the decision to send is written.
    private static long sent(RunState state, Gate gate) {
        return under(state, gate)
                .map(progress -> progress.intent().action().host())
                .distinct()
                .count();
    }

    private static Stream<ActionProgress> under(RunState state, Gate gate) {
        Purpose purpose = gate.kind() == Gate.Kind.UNDO ? Purpose.UNDO : Purpose.ACT;
        return state.actions().all().stream()
                .filter(progress -> progress.intent().gate().equals(gate.id()))
                .filter(progress -> progress.intent().purpose() == purpose);
    }
}
