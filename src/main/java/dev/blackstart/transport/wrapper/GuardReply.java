package dev.blackstart.transport.wrapper;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GuardWord;
import dev.blackstart.run.RunEvent;
import dev.blackstart.transport.Completion;

/// What a host said of the guard of an action.
public record GuardReply(GuardWord word, String reason) {
    /// @param nonce that of the action's claim
    public static GuardReply of(String nonce, Completion completion) {
        return switch (completion) {
            case Completion.Exited it -> said(nonce, it);
            case Completion.Signalled it -> silent("signal " + it.signal() + " ended the asking");
            case Completion.DeadlinePassed it -> silent("the host did not answer in time");
            case Completion.Lost it -> silent(it.reason());
            case Completion.Unreachable it -> silent(it.reason());
        };
    }

    /// As a fact.
    public RunEvent of(ActionKey action) {
        return new RunEvent.GuardAnswered(action, word, reason);
    }

    private static GuardReply said(String nonce, Completion.Exited exited) {
        String mark = nonce + " guard ";
        String line =
                exited.stdout()
                        .text()
                        .lines()
                        .filter(it -> it.startsWith(mark))
                        .reduce((first, next) -> next)
                        .map(it -> it.substring(mark.length()))
                        .orElse("");
        String[] words = line.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "disarmed" -> new GuardReply(GuardWord.DISARMED, "");
            case "reverted" -> reverted(rest);
            case "reverting" -> new GuardReply(GuardWord.REVERTING, "its undo is still running");
            case "unseen" ->
                    new GuardReply(
                            GuardWord.REVERT_FAILED,
                            "its undo began and nothing says how it ended; look at the host");
            case "gone" -> new GuardReply(GuardWord.GONE, "the host has no claim of it any more");
            case "hidden" -> silent("the claims on the host cannot be read by this user");
            default ->
                    silent(
                            "the host's answer cannot be read (exit %d): %s"
                                    .formatted(exited.status(), exited.stderr().text().strip()));
        };
    }

    private static GuardReply reverted(String status) {
        return status.equals("0")
                ? new GuardReply(GuardWord.REVERTED, "its undo ended with exit 0")
                : new GuardReply(GuardWord.REVERT_FAILED, "its undo ended with exit " + status);
    }

    private static GuardReply silent(String reason) {
        return new GuardReply(GuardWord.NO_ANSWER, reason);
    }
}
