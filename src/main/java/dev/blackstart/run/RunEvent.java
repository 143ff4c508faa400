package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A fact about a run. Facts are appended and folded, never changed.
public sealed interface RunEvent {
    /// What becomes of loans, and of undos that hosts would carry out by themselves.
    sealed interface OfLoans extends RunEvent {}

    /// An action goes over its hosts wave after wave.
    sealed interface OfWaves extends RunEvent {}

    /// A place where the run waits for a person.
    sealed interface OfGates extends RunEvent {}

    /// Who answers the gates.
    sealed interface OfWheel extends RunEvent {}

    /// Another process has the run from now on, and may have changed what it goes by.
    sealed interface OfTakingUp extends RunEvent {}

    /// What a host says of an action at work there.
    sealed interface OfWork extends RunEvent {}

    /// What a person chose after a failure.
    sealed interface OfMenu extends RunEvent {}

    /// What became of writes that the journal did not take.
    sealed interface OfDuress extends RunEvent {}

    /// Freezes everything the run depends on.
    ///
    /// @param blobs path to SHA-256 of the frozen content: `runbook/…`, `inventory.yaml`
    /// @param parameters values as text; secrets only by name, with the value `***`
    /// @param drill the drill's name, for runs in a made world
    record RunOpened(
            RunId run,
            String runbook,
            String title,
            Mode mode,
            Person by,
            Map<String, String> blobs,
            Map<String, String> parameters,
            String version,
            Optional<String> drill)
            implements RunEvent {
        public RunOpened {
            blobs = Collections.unmodifiableMap(new TreeMap<>(blobs));
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        }
    }

    /// A rehearsal asked a host what a step needs; `missing` commands and rights are not there.
    record NeedsChecked(StepId step, HostName host, List<String> missing, Optional<String> reason)
            implements RunEvent {
        public NeedsChecked {
            missing = List.copyOf(missing);
        }
    }

    /// Somebody took the run up again after its process had ended.
    ///
    /// @param takenOver when another process may still have had it
    record RunResumed(Person by, Optional<TakeOver> takenOver) implements OfTakingUp {
        public RunResumed(Person by) {
            this(by, Optional.empty());
        }
    }

    /// A person took a run from the process that had it, `from` them where that was living.
    record TakeOver(Optional<Person> from, String reason) {}

    /// The run was taken up, or a closed one opened again, only to find out what is unknown.
    record ReconcileBegun(Person by) implements OfTakingUp {}

    /// A person changed the runbook for the rest of the run; approvals of the old text are void.
    ///
    /// @param blobs name to SHA-256 of the files that changed, as in `RunOpened`
    /// @param difference as `diff -u` prints it
    record RunbookAmended(
            Map<String, String> blobs, List<StepId> steps, List<String> difference, Person by)
            implements OfTakingUp {
        public RunbookAmended {
            blobs = Map.copyOf(blobs);
            steps = List.copyOf(steps);
            difference = List.copyOf(difference);
        }
    }

    /// A called runbook is needed: its steps come next.
    ///
    /// @param reasons why, as the call's `when` says
    record Called(StepId step, String runbook, List<String> reasons) implements RunEvent {
        public Called {
            reasons = List.copyOf(reasons);
        }
    }

    record ObservationStarted(StepId step, HostName host) implements RunEvent {}

    record Observed(StepId step, HostName host, Observation observation) implements RunEvent {}

    /// A person's answer to an `ask` step.
    record Answered(StepId step, FindingName finding, String answer, Person by)
            implements RunEvent {}

    /// A hypothesis got its verdict when a block of checks ended.
    record Established(HypothesisName hypothesis, HypothesisVerdict verdict, List<String> reasons)
            implements RunEvent {
        public Established {
            reasons = List.copyOf(reasons);
        }
    }

    record GateOpened(Gate gate) implements OfGates {}

    /// A rehearsal came to a gate: what would have been asked and sent.
    record Rehearsed(Gate gate) implements OfGates {}

    /// @param digest what the answer was given to; must be the gate's own
    /// @param typed what was said besides: a name in full, a host, a command; empty when nothing
    /// @param attested how it is known who it was, where that is more than a name
    record GateAnswered(
            GateId gate,
            String digest,
            String choice,
            String typed,
            String note,
            Person by,
            Optional<Attestation> attested)
            implements OfGates {
        public GateAnswered(
                GateId gate, String digest, String choice, String typed, String note, Person by) {
            this(gate, digest, choice, typed, note, by, Optional.empty());
        }

        public GateAnswered(GateId gate, String digest, String choice, String note, Person by) {
            this(gate, digest, choice, "", note, by);
        }
    }

    /// An approval or an open gate lost its force: evidence changed, it expired.
    record GateVoided(GateId gate, String reason) implements OfGates {}

    /// The decision to send, durable before the first byte goes out.
    ///
    /// @param nonce names the claim directory on the host
    /// @param digest SHA-256 (hex) of the command as prepared
    /// @param epoch of the process that sends; 0 where that was not recorded yet
    /// @param bare to a host that keeps no receipts, so there is none to read
    record Dispatched(
            ActionKey action,
            Purpose purpose,
            String nonce,
            String digest,
            GateId gate,
            long epoch,
            boolean bare)
            implements RunEvent {
        public Dispatched(
                ActionKey action, Purpose purpose, String nonce, String digest, GateId gate) {
            this(action, purpose, nonce, digest, gate, 0, false);
        }
    }

    /// Nothing was sent under a decision to send: its write had failed, or no credential was left.
    record IntentVoid(ActionKey action, Purpose purpose, String nonce, String reason)
            implements OfDuress {}

    /// The journal is written again. The `late` events right before this one happened since then.
    ///
    /// @param by who carried them over by hand, where somebody did
    record WrittenAgain(Instant since, String reason, int late, Optional<Person> by)
            implements OfDuress {}

    /// The transport handed the command to the host.
    record Sent(ActionKey action, Purpose purpose, Optional<String> bootId) implements RunEvent {}

    record Ended(ActionKey action, Purpose purpose, Outcome outcome, Kept stdout, Kept stderr)
            implements RunEvent {}

    /// An unknown outcome was established.
    ///
    /// @param outcome never `Unknown`
    /// @param output what the host's receipt keeps of it
    record Resolved(
            ActionKey action,
            Purpose purpose,
            Outcome outcome,
            Resolver by,
            Person who,
            String reason,
            Optional<Printed> output)
            implements RunEvent {}

    /// What a host said of an action at work there, or why it could not be asked.
    ///
    /// @param silent how long it had printed nothing; empty when nobody could tell
    record AtWork(ActionKey action, Purpose purpose, Optional<Duration> silent, String said)
            implements OfWork {}

    /// A host was told to stop an action, as was chosen at a gate.
    record StopTold(ActionKey action, Purpose purpose, GateId gate, String answer)
            implements OfWork {}

    /// A receipt was looked for and did not decide.
    record ReceiptRead(ActionKey action, Purpose purpose, ReceiptWord word, String answer)
            implements RunEvent {
        public ReceiptRead(ActionKey action, Purpose purpose, String answer) {
            this(action, purpose, ReceiptWord.UNDECIDED, answer);
        }
    }

    /// An artifact's check on its host.
    record ArtifactChecked(ActionKey action, String path, Truth valid, String reason)
            implements RunEvent {}

    /// An artifact was copied off its host.
    ///
    /// @param sha256 hex digest of the copy; equal to that on the host when `equal`
    record Fetched(
            ActionKey action,
            String path,
            String local,
            long bytes,
            String sha256,
            boolean equal,
            String reason)
            implements RunEvent {}

    /// The value that a loan changes, looked at on its host.
    ///
    /// @param value what `capture` printed, without the line ends at its end; empty when unknown
    record Captured(
            StepId step, HostName host, CaptureTime when, Optional<String> value, String reason)
            implements OfLoans {}

    /// An emergency change was made on a host and is to be taken back.
    ///
    /// @param what the step's title
    /// @param repay the command that takes it back, in words
    record LoanTaken(StepId step, HostName host, Instant due, String what, String repay)
            implements OfLoans {}

    record LoanRepaid(StepId step, HostName host, Repayment how, String reason)
            implements OfLoans {}

    /// Repaying was asked for, and what a step lent was not taken back.
    ///
    /// @param next what a person can do, one sentence
    record LoanLeft(StepId step, List<String> reasons, String next) implements OfLoans {
        public LoanLeft {
            reasons = List.copyOf(reasons);
        }
    }

    /// What the host said of the guard that was to undo an action by itself.
    record GuardAnswered(ActionKey action, GuardWord word, String reason) implements OfLoans {}

    /// A closed run was opened again to repay its loans, and for nothing else.
    ///
    /// @param step the only step whose loans are meant; empty for all
    record Reopened(Person by, Optional<StepId> step) implements OfLoans {}

    /// A wave of a step went out; its hosts were sent to with it.
    ///
    /// @param number counted from 1; a wave that goes out in parts keeps its number
    record WaveBegun(StepId step, int number, int of, List<HostName> hosts) implements OfWaves {
        public WaveBegun {
            hosts = List.copyOf(hosts);
        }
    }

    /// What the proof of a step said of one wave.
    record WaveProven(StepId step, int number, Truth truth, List<String> reasons)
            implements OfWaves {
        public WaveProven {
            reasons = List.copyOf(reasons);
        }
    }

    /// The pause after a wave is over; what is known from before does not count as its proof.
    record WaveSoaked(StepId step, int number) implements OfWaves {}

    /// A look for a host that an action was to take away for a while.
    ///
    /// @param answered does it answer?
    /// @param bootId as read on that connection
    /// @param up how long it has been up
    record Sighted(
            ActionKey action,
            boolean answered,
            Optional<String> bootId,
            Optional<Duration> up,
            String reason)
            implements RunEvent {}

    /// A host has another boot id than before; what it said before is void.
    ///
    /// @param during the step that was at work on it
    /// @param asked that step was to reboot it
    record Rebooted(
            HostName host, String before, String now, Optional<StepId> during, boolean asked)
            implements RunEvent {}

    /// A look at the place where an upload would put its file.
    record FileSeen(StepId step, HostName host, String path, FileState state) implements RunEvent {}

    record Verified(StepId step, Truth truth, List<String> reasons) implements RunEvent {
        public Verified {
            reasons = List.copyOf(reasons);
        }
    }

    record StepSettled(StepId step, StepOutcome outcome, List<String> reasons) implements RunEvent {
        public StepSettled {
            reasons = List.copyOf(reasons);
        }
    }

    /// Whoever answers the gates offers that to somebody else; it changes hands when they accept.
    record WheelOffered(Person from, Person to) implements OfWheel {}

    record WheelDeclined(Person by) implements OfWheel {}

    /// From now on the gates are answered by this person.
    record WheelTaken(Person by) implements OfWheel {}

    /// A step goes on and settles without a host on which it did not succeed.
    record HostSkipped(
            StepId step, HostName host, Optional<GateId> gate, Optional<Person> by, String reason)
            implements OfMenu {}

    /// From here on nothing is sent to a host, and what it said no longer counts.
    ///
    /// @param gate where a person, `by`, chose it; empty when the runbook's `on_failure` says so
    record HostExcluded(
            HostName host, StepId step, Optional<GateId> gate, Optional<Person> by, String reason)
            implements OfMenu {}

    /// A person changed the command of a step for one host.
    ///
    /// @param action the sending that would have come next
    record Amended(GateId gate, ActionKey action, String before, String after, Person by)
            implements OfMenu {}

    /// The decision to look around on a host, durable before the command goes out.
    record InspectionStarted(GateId gate, StepId step, HostName host, String command, Person by)
            implements OfMenu {}

    /// What a person's look around showed. It is no evidence.
    record Inspected(GateId gate, StepId step, HostName host, Observation observation)
            implements OfMenu {}

    /// The wall clock was moved, or the machine slept; what follows goes by it as it is since.
    ///
    /// @param by how far, negative when it was set back
    /// @param ended gates of which nothing is left by the clock as it is since
    record ClockJumped(Duration by, List<GateId> ended) implements RunEvent {
        public ClockJumped {
            ended = List.copyOf(ended);
        }
    }

    /// Something to remember that changes nothing, such as a host's new boot id or a late record.
    record Noted(String text) implements RunEvent {}

    /// The run stands still; resuming goes on from here.
    record Paused(String reason) implements RunEvent {}

    /// What came of looking, afterwards, at what was done in spite of a freeze.
    record GlassReviewed(GateId gate, Person by, String reason) implements OfGates {}

    record StopRequested(Person by, String reason) implements RunEvent {}

    /// @param unknown the hosts on which an outcome is unknown or a guard may act: locked
    record Closed(Verdict verdict, List<String> reasons, Instant at, List<HostName> unknown)
            implements RunEvent {
        public Closed {
            reasons = List.copyOf(reasons);
            unknown = List.copyOf(unknown);
        }

        /// With nothing unknown.
        public Closed(Verdict verdict, List<String> reasons, Instant at) {
            this(verdict, reasons, at, List.of());
        }
    }
}
