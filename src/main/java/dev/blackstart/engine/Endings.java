package dev.blackstart.engine;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Printed;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.wrapper.ActionReply;
import dev.blackstart.transport.wrapper.Claim;
import dev.blackstart.transport.wrapper.Receipt;
import java.time.Duration;
import java.util.Optional;

/// How a sending ended, as seen on its connection or as read from the host's receipt.
final class Endings {
    private static final Person HOST = new Person("host");

    /// How `upload.sh` begins its last line when it changes nothing.
    private static final String REFUSED = "blackstart: ";

    private static final int REFUSES = 65;

    private static final Outcome NEVER_STARTED =
            new Outcome.Unreachable(
                    "never started there, says the host's receipt", Hindrance.NOT_STARTED);

    private Endings() {}

    static RunEvent.Ended ended(
            Directive.Act directive, Claim claim, Completion completion, Duration took) {
        return switch (ActionReply.of(completion, claim)) {
            case ActionReply.Exited it ->
                    ended(
                            directive,
                            directive
                                    .prepared()
                                    .upload()
                                    .flatMap(file -> refusedUpload(it.status(), it.stderr()))
                                    .<Outcome>map(why -> new Outcome.Failed(why, took))
                                    .orElse(exited(it.status(), took)),
                            it.stdout(),
                            it.stderr());
            case ActionReply.TimedOutOnHost it ->
                    ended(
                            directive,
                            new Outcome.TimedOut(directive.prepared().timeout()),
                            it.stdout(),
                            it.stderr());
            case ActionReply.Stopped it ->
                    ended(directive, stopped(it.status(), took), it.stdout(), it.stderr());
            case ActionReply.AlreadyClaimed it ->
                    ended(
                            directive,
                            new Outcome.Unknown("the host has this very claim already"),
                            Kept.NOTHING,
                            Kept.NOTHING);
            case ActionReply.NotStarted it ->
                    ended(
                            directive,
                            new Outcome.Unreachable(it.reason(), it.by()),
                            Kept.NOTHING,
                            Kept.NOTHING);
            case ActionReply.NotKnown it -> ended(directive, unknown(it), it.stdout(), it.stderr());
        };
    }

    private static RunEvent.Ended ended(
            Directive.Act directive, Outcome outcome, Kept stdout, Kept stderr) {
        return new RunEvent.Ended(directive.action(), directive.purpose(), outcome, stdout, stderr);
    }

    private static Outcome unknown(ActionReply.NotKnown it) {
        return new Outcome.Unknown(it.reason(), it.doubtful());
    }

    /// What ends well when it is stopped may have done its work before, or not.
    private static Outcome stopped(int status, Duration took) {
        return exited(status, took) instanceof Outcome.Failed failed
                ? new Outcome.Failed("stopped, as was asked for: " + failed.how(), took)
                : new Outcome.Unknown("it was stopped, and ended with exit 0 on that");
    }

    /// What an end amounts to by now: itself while none is known, and else only what it tells anew
    /// of a sending that was left unknown. What its receipt has told already stays so.
    static Optional<RunEvent> asKnown(RunState state, RunEvent.Ended event) {
        Optional<ActionProgress> progress = state.actions().of(event.action(), event.purpose());
        return progress.flatMap(ActionProgress::outcome).isEmpty()
                ? Optional.of(event)
                : progress.filter(ActionProgress::unknown).flatMap(left -> afterAll(event));
    }

    /// An end that was seen after nobody waited for it any more; empty when it tells nothing new.
    private static Optional<RunEvent> afterAll(RunEvent.Ended it) {
        return !(it.outcome() instanceof Outcome.Unknown)
                ? Optional.of(
                        new RunEvent.Resolved(
                                it.action(),
                                it.purpose(),
                                it.outcome(),
                                Resolver.RECEIPT,
                                HOST,
                                "seen on its connection after all",
                                Optional.of(new Printed(it.stdout(), it.stderr()))))
                : Optional.empty();
    }

    /// A receipt that says what a person said before confirms it, and resolves nothing anew.
    static RunEvent afterAWord(ActionProgress progress, RunEvent event) {
        return event instanceof RunEvent.Resolved it && it.outcome() instanceof Outcome.Unreachable
                ? read(progress, ReceiptWord.UNDECIDED, "never started there")
                : event;
    }

    /// An upload that was refused on the host says why in its last line.
    private static Optional<String> refusedUpload(int status, Kept stderr) {
        return status == REFUSES
                ? stderr.text()
                        .strip()
                        .lines()
                        .reduce((first, next) -> next)
                        .filter(line -> line.startsWith(REFUSED))
                        .map(line -> line.substring(REFUSED.length()))
                : Optional.empty();
    }

    private static Outcome exited(int status, Duration took) {
        return status == 0
                ? new Outcome.Succeeded(took)
                : new Outcome.Failed(
                        status > 128 && status <= 192
                                ? "exit %d (signal %d)".formatted(status, status - 128)
                                : "exit " + status,
                        took);
    }

    /// A receipt that decides resolves; one that does not is recorded as read.
    ///
    /// @param age the most that can have gone by since it was sent
    static RunEvent receipt(
            ActionProgress progress, Claim claim, Completion completion, Duration age) {
        if (progress.intent().bare()) {
            return read(progress, ReceiptWord.UNDECIDED, "the host keeps no receipts");
        }
        Receipt receipt =
                Receipt.parse(
                        completion,
                        new Receipt.Sending(claim, progress.bootId(), age, taken(progress)));
        return switch (receipt) {
            case Receipt.Done done -> resolved(progress, outcome(done), Optional.of(done.output()));
            case Receipt.NotStarted none -> resolved(progress, NEVER_STARTED, Optional.empty());
            case Receipt.Running running ->
                    read(
                            progress,
                            ReceiptWord.RUNNING,
                            "still running since "
                                    + running.since()
                                    + " by its clock; re-attached, and waited for");
            case Receipt.LostByReboot lost ->
                    read(
                            progress,
                            ReceiptWord.LOST_BY_REBOOT,
                            "the host was rebooted meanwhile; how it ended is written nowhere");
            case Receipt.Unreadable unreadable ->
                    read(progress, ReceiptWord.UNDECIDED, unreadable.reason());
            case Receipt.NoAnswer none -> read(progress, ReceiptWord.NO_ANSWER, none.reason());
        };
    }

    /// Did the host's SSH server take the command line, for all that is known?
    private static boolean taken(ActionProgress progress) {
        boolean doubtful =
                progress.outcome()
                        .filter(it -> it instanceof Outcome.Unknown unknown && unknown.doubtful())
                        .isPresent();
        return progress.sentAt().isPresent() && !doubtful;
    }

    private static Outcome outcome(Receipt.Done done) {
        return done.timedOut()
                ? new Outcome.TimedOut(Duration.ZERO)
                : refusedUpload(done.status(), done.output().stderr())
                        .<Outcome>map(why -> new Outcome.Failed(why, Duration.ZERO))
                        .orElse(exited(done.status(), Duration.ZERO));
    }

    private static RunEvent resolved(
            ActionProgress progress, Outcome outcome, Optional<Printed> output) {
        return new RunEvent.Resolved(
                progress.intent().action(),
                progress.intent().purpose(),
                outcome,
                Resolver.RECEIPT,
                HOST,
                "read from the host",
                output);
    }

    private static RunEvent read(ActionProgress progress, ReceiptWord word, String answer) {
        return new RunEvent.ReceiptRead(
                progress.intent().action(), progress.intent().purpose(), word, answer);
    }
}
