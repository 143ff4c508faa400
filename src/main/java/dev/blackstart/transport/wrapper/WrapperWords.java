package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Secret;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.HeadAndTail;

/// Reads the lines of the wrapper out of standard error.
final class WrapperWords {
    private static final int LONGEST = 200;

    private WrapperWords() {}

    static ActionReply read(Completion.Exited exited, Claim claim) {
        String all = exited.stderr().text();
        String mark = mark(claim);
        Kept stderr = without(exited.stderr(), claim);
        if (!all.contains(mark + "begin\n")) {
            return unheard(exited, claim, stderr);
        }
        int last = all.lastIndexOf(mark);
        String word = all.substring(last + mark.length()).strip();
        if (word.equals("begin") || word.equals("unseen") || word.contains("\n")) {
            return new ActionReply.NotKnown(
                    "the wrapper on the host did not see how it ended", exited.stdout(), stderr);
        }
        return verdict(word.split(" ", 2), claim, exited.stdout(), stderr);
    }

    /// The wrapper was not heard. That alone does not say that it did not start: a forced command
    /// may have led its words elsewhere. Only `sudo`, which says why it starts nothing, and a shell
    /// that found nothing to start (exit 126 and 127 of POSIX) do.
    private static ActionReply unheard(Completion.Exited exited, Claim claim, Kept stderr) {
        if (hidden(exited.stderr())) {
            return new ActionReply.NotKnown(
                    "what the wrapper on the host says cannot be told from what was masked or cut",
                    exited.stdout(),
                    stderr);
        }
        boolean spoke = (exited.stdout().text() + exited.stderr().text()).contains(claim.nonce());
        boolean started = !CheckResult.didNotRun(exited.status()) && !byWord(exited);
        return spoke || started
                ? new ActionReply.NotKnown(refusal(exited), exited.stdout(), stderr)
                : new ActionReply.NotStarted(refusal(exited), Hindrance.REFUSED_BY_HOST);
    }

    private static boolean byWord(Completion.Exited exited) {
        String line = lastLine(exited);
        return line.startsWith("sudo: ") && SudoWords.refused(line);
    }

    private static String lastLine(Completion.Exited exited) {
        String said =
                exited.stderr().text().isBlank() ? exited.stdout().text() : exited.stderr().text();
        return said.strip().lines().reduce((first, next) -> next).orElse("nothing");
    }

    /// Could the word that it began have been there? Masking and cutting are the two things that
    /// take words away.
    private static boolean hidden(Kept stderr) {
        return !Cleared.whole(stderr)
                && (HeadAndTail.cut(stderr) || stderr.text().contains(Secret.MASKED));
    }

    private static ActionReply verdict(String[] word, Claim claim, Kept stdout, Kept stderr) {
        String rest = word.length > 1 ? word[1] : "";
        return switch (word[0]) {
            case "exited" -> new ActionReply.Exited(Integer.parseInt(rest), stdout, stderr);
            case "timeout" -> new ActionReply.TimedOutOnHost(stdout, stderr);
            case "stopped" -> new ActionReply.Stopped(Integer.parseInt(rest), stdout, stderr);
            case "claimed" -> new ActionReply.AlreadyClaimed();
            case "refused" ->
                    new ActionReply.NotStarted(
                            FenceWords.sentence(rest, claim).orElse(rest),
                            Hindrance.REFUSED_BY_HOST);
            case "alive" ->
                    new ActionReply.NotKnown(
                            "its deadline passed and the host could not stop all of it",
                            stdout,
                            stderr);
            default ->
                    new ActionReply.NotKnown(
                            "the wrapper on the host said: " + word[0], stdout, stderr);
        };
    }

    /// Why the wrapper itself did not start: `sudo`, the login shell or a forced command spoke
    /// instead.
    private static String refusal(Completion.Exited exited) {
        String line = lastLine(exited);
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        return byWord(exited)
                ? "sudo started nothing for this user without a password (%s); let that user run it, or log in as another"
                        .formatted(shown)
                : "the wrapper on the host was not heard (exit %d); the host said: %s"
                        .formatted(exited.status(), shown);
    }

    /// The stream as the command wrote it.
    static Kept without(Kept stderr, Claim claim) {
        String text = stderr.text();
        String mark = mark(claim);
        int last = text.lastIndexOf(mark);
        if (last < 0) {
            return stderr;
        }
        String kept = text;
        if (!text.startsWith("begin", last + mark.length())) {
            kept = text.substring(0, last);
        }
        return Cleared.of(kept.replace(mark + "begin\n", ""), stderr);
    }

    private static String mark(Claim claim) {
        return "\n" + claim.nonce() + " ";
    }
}
