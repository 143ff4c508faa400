package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;

/// What the wrapper on the host said of one sending. The wrapper's word is told from the command's
/// output by the claim's nonce and by being the last; Standard error is given without the wrapper's
/// lines, counted and hashed so where `text` is all of it; else only `text` is without them.
public sealed interface ActionReply {
    /// @param status exit status; 128 + n when signal n ended it
    record Exited(int status, Kept stdout, Kept stderr) implements ActionReply {}

    /// The host stopped it at its deadline, and nothing of it runs on.
    record TimedOutOnHost(Kept stdout, Kept stderr) implements ActionReply {}

    /// A person had it stopped, and nothing of it runs on.
    record Stopped(int status, Kept stdout, Kept stderr) implements ActionReply {}

    /// This very claim was taken before: nothing was started now.
    record AlreadyClaimed() implements ActionReply {}

    /// Nothing was started.
    record NotStarted(String reason, Hindrance by) implements ActionReply {}

    /// It may have run, or may be running still: ask for the receipt.
    ///
    /// @param doubtful nobody knows whether the host took the command line at all
    record NotKnown(String reason, Kept stdout, Kept stderr, boolean doubtful)
            implements ActionReply {
        public NotKnown(String reason, Kept stdout, Kept stderr) {
            this(reason, stdout, stderr, false);
        }
    }

    static ActionReply of(Completion completion, Claim claim) {
        return switch (completion) {
            case Completion.Exited exited -> WrapperWords.read(exited, claim);
            case Completion.Signalled it ->
                    new NotKnown(
                            "signal " + it.signal() + " ended the wrapper on the host",
                            it.stdout(),
                            WrapperWords.without(it.stderr(), claim));
            case Completion.DeadlinePassed it -> // it may not even have said that it took it
                    new NotKnown(
                            "the host did not say in time how it ended",
                            it.stdout(),
                            WrapperWords.without(it.stderr(), claim),
                            true);
            case Completion.Lost it ->
                    new NotKnown(
                            it.reason(),
                            it.stdout(),
                            WrapperWords.without(it.stderr(), claim),
                            it.handover() == Completion.Handover.DOUBTFUL);
            case Completion.Unreachable it ->
                    new NotStarted(
                            it.cause() == Completion.Cause.HOST_KEY
                                    ? it.reason() + " Nothing was sent there."
                                    : it.reason(),
                            it.by());
        };
    }
}
