package dev.blackstart.policy;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.List;

/// Says whether somebody's answer counts by the rules of a site. Asked when the answer is about to
/// be recorded, whatever was asked before.
public interface Authority {
    /// What it says.
    sealed interface Ruling {
        /// @param event what is recorded
        /// @param notes what everybody must be able to read beside it
        record Counts(RunEvent.GateAnswered event, List<String> notes) implements Ruling {
            public Counts {
                notes = List.copyOf(notes);
            }
        }

        /// @param why one sentence
        record Refused(String why) implements Ruling {}
    }

    /// @param said an answer that the gate itself takes
    Ruling weigh(RunState state, Gate gate, RunEvent.GateAnswered said, Instant now);

    /// May somebody give this answer who does not answer the gates of the run?
    boolean proves(Gate gate, RunEvent.GateAnswered said);

    /// A yes or a no to what would be sent.
    static boolean approval(Gate gate, String choice) {
        return (gate.kind() == Gate.Kind.APPROVAL || gate.kind() == Gate.Kind.UNDO)
                && (gate.yes(choice) || gate.fallback().equals(choice));
    }

    /// A site without a policy: names are believed, and signatures are nobody's.
    Authority NONE =
            new Authority() {
                @Override
                public Ruling weigh(
                        RunState state, Gate gate, RunEvent.GateAnswered said, Instant now) {
                    return said.attested()
                                    .filter(it -> it.way() == Attestation.Way.SIGNATURE)
                                    .isPresent()
                            ? new Ruling.Refused(
                                    "No policy is in force in this run, so nobody's signature can be checked; answer with blackstart attach.")
                            : new Ruling.Counts(said, List.of());
                }

                @Override
                public boolean proves(Gate gate, RunEvent.GateAnswered said) {
                    return false;
                }
            };
}
