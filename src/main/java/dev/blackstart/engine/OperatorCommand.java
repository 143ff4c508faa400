package dev.blackstart.engine;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import java.time.Duration;
import java.util.Optional;

/// What a person tells the engine.
public sealed interface OperatorCommand {
    /// An answer to an open gate.
    ///
    /// @param digest the digest of the gate the person saw
    /// @param choice the key of one of its choices
    /// @param typed what was typed in full besides, such as the target's name
    /// @param note a reason, may be empty
    /// @param attested how it is known who it is, where that is more than a name
    record Answer(
            GateId gate,
            String digest,
            String choice,
            String typed,
            String note,
            Person by,
            Optional<Attestation> attested)
            implements OperatorCommand {
        /// By whoever the name says.
        public Answer(
                GateId gate, String digest, String choice, String typed, String note, Person by) {
            this(gate, digest, choice, typed, note, by, Optional.empty());
        }
    }

    /// Send nothing more, let what runs end, close the run.
    record Stop(Person by, String reason) implements OperatorCommand {}

    /// The person who answers the gates offers that to another.
    record HandOver(Person by, Person to) implements OperatorCommand {}

    /// The person to whom the gates were offered answers that.
    record TakeOver(Person by, boolean accepted) implements OperatorCommand {}

    /// Something to remember that changes nothing, such as what a drill tells its operator.
    record Note(String text) implements OperatorCommand {}

    /// What a person says while the journal cannot be written. It is no event.
    record OfJournal(Way way) implements OperatorCommand {}

    /// What is to be done about it.
    enum Way {
        /// Open the journal anew and record what is held.
        RETRY,
        /// Give the room back that was set aside first.
        BALLAST
    }

    /// Nobody is there to answer: send nothing more, leave the run waiting and return.
    ///
    /// @param within how long to wait for what is under way; empty for as long as it takes
    record Leave(String reason, Optional<Duration> within) implements OperatorCommand {
        /// How long leaving waits for actions that are under way when nobody is there to wait.
        private static final Duration MOMENT = Duration.ofSeconds(5);

        /// Soon: what is under way gets a moment to end.
        public Leave(String reason) {
            this(reason, Optional.of(MOMENT));
        }

        /// Once what is under way has ended.
        public static Leave afterActions(String reason) {
            return new Leave(reason, Optional.empty());
        }

        /// What let us in before is gone on this side; where a link is open, it goes on.
        static Leave withoutCredential(String reason) {
            return afterActions(
                    "PAUSED(credential): %s. Start ssh-agent or add the key again, then resume; nothing is sent until then"
                            .formatted(reason));
        }
    }
}
