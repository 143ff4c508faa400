package dev.blackstart.proof.honest;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.RunState;
import java.util.HashSet;
import java.util.Set;

/// The person at the gates: says yes to what is to be sent, and never what became of it. Who is
/// asked about one host while another is still at work lets the host be asked once more.
final class Crew {
    static final Person ANNA = new Person("anna");

    private static final String LOOK = "look";

    private final Set<HostName> asked = new HashSet<>();

    OperatorCommand answer(Gate gate, RunState state) {
        String choice = gate.fallback();
        if (gate.kind() == Gate.Kind.APPROVAL) {
            choice = Gate.YES;
        } else {
            asked.addAll(gate.targets());
            if (waits(gate, state)) {
                choice = LOOK;
            }
        }
        return new OperatorCommand.Answer(gate.id(), gate.digest(), choice, "", "", ANNA);
    }

    /// Is there more to come from other hosts?
    static boolean waits(Gate gate, RunState state) {
        return gate.choice(LOOK).isPresent()
                && state.actions().all().stream()
                        .filter(it -> !gate.targets().contains(it.intent().action().host()))
                        .anyMatch(Crew::open);
    }

    private static boolean open(ActionProgress progress) {
        boolean decided =
                progress.receipt()
                        .filter(it ->
                                it.word() == ReceiptWord.LOST_BY_REBOOT
                                        || it.word() == ReceiptWord.UNDECIDED)
                        .isPresent();
        return progress.inFlight() || (progress.unknown() && !decided);
    }

    /// Of which hosts a person was asked anything but whether to send.
    boolean asked(HostName host) {
        return asked.contains(host);
    }
}
