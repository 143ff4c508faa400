package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Reads the lines of the wrapper out of standard error.
final class WrapperWords {
    private WrapperWords() {}

    static ActionReply read(Completion.Exited exited, Claim claim) {
        String all = exited.stderr().text();
        String mark = mark(claim);
        Kept stderr = without(exited.stderr(), claim);
        if (!all.contains(mark + "begin\n")) {
            return new ActionReply.NotStarted(refusal(exited));
        }
        int last = all.lastIndexOf(mark);
        String word = all.substring(last + mark.length()).strip();
        if (word.equals("begin") || word.equals("unseen") || word.contains("\n")) {
            return new ActionReply.NotKnown(
                    "the wrapper on the host did not see how it ended", exited.stdout(), stderr);
        }
        return verdict(word.split(" ", 2), claim, exited.stdout(), stderr);
    }

    private static ActionReply verdict(String[] word, Claim claim, Kept stdout, Kept stderr) {
        String rest = word.length > 1 ? word[1] : "";
        return switch (word[0]) {
            case "exited" -> new ActionReply.Exited(Integer.parseInt(rest), stdout, stderr);
            case "timeout" -> new ActionReply.TimedOutOnHost(stdout, stderr);
            case "stopped" ->
                    new ActionReply.Stopped(Integer.parseInt(rest), stdout, stderr);
            case "claimed" -> new ActionReply.AlreadyClaimed();
            case "refused" ->
                    new ActionReply.NotStarted(FenceWords.sentence(rest, claim).orElse(rest));
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
        String said =
                exited.stderr().text().isBlank() ? exited.stdout().text() : exited.stderr().text();
        String line = said.strip().lines().reduce((first, next) -> next).orElse("nothing");
        return "the wrapper did not start on the host (exit %d); the host said: %s"
                .formatted(exited.status(), line.length() > 200 ? line.substring(0, 200) : line);
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
        return counted(kept.replace(mark + "begin\n", ""), stderr);
    }

    /// Count and digest of what is left, where the text is all that came; else those of what came.
    /// The side file is as received.
    private static Kept counted(String kept, Kept received) {
        if (!digest(received.text()).equals(received.sha256())) {
            return new Kept(kept, received.bytes(), received.sha256(), received.blob());
        }
        return kept.isEmpty()
                ? Kept.NOTHING
                : new Kept(
                        kept,
                        kept.getBytes(StandardCharsets.UTF_8).length,
                        digest(kept),
                        received.blob());
    }

    private static String digest(String text) {
        return HexFormat.of()
                .formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String mark(Claim claim) {
        return "\nblackstart " + claim.nonce() + " ";
    }
}
