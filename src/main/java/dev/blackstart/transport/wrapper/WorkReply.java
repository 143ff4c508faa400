package dev.blackstart.transport.wrapper;

import dev.blackstart.transport.Completion;
import java.time.Duration;
import java.util.Optional;

/// What a host said of an action that is at work there.
///
/// @param working it is, as far as the host can tell
/// @param silent how long it has printed nothing; empty when nobody can tell
/// @param said one sentence without its full stop
public record WorkReply(boolean working, Optional<Duration> silent, String said) {
    private static final int LONGEST = 160;

    /// @param nonce that of the action's claim
    public static WorkReply of(String nonce, Completion completion) {
        return switch (completion) {
            case Completion.Exited it -> said(nonce, it);
            case Completion.Signalled it -> not("signal " + it.signal() + " ended the asking");
            case Completion.DeadlinePassed it -> not("the host did not answer in time");
            case Completion.Lost it -> not(it.reason());
            case Completion.Unreachable it -> not(it.reason());
        };
    }

    private static WorkReply said(String nonce, Completion.Exited exited) {
        String mark = nonce + " work ";
        String all = exited.stdout().text();
        int begin = all.indexOf(mark);
        if (begin < 0) {
            return not(
                    "the host's answer cannot be read (exit %d): %s"
                            .formatted(exited.status(), exited.stderr().text().strip()));
        }
        String[] parts = all.substring(begin + mark.length()).split("\n", 2);
        String[] word = parts[0].strip().split(" ", 2);
        return switch (word[0]) {
            case "working" -> working(word.length > 1 ? word[1] : "", parts[1 % parts.length]);
            case "stopped" -> not("stopped; nothing of it is left there");
            case "alive" -> not("not all of it could be stopped, not even with KILL");
            case "ended" -> not("it had ended already");
            case "gone" -> not("the host has no process of it");
            default -> not("the claims on the host cannot be read by this user");
        };
    }

    private static WorkReply working(String seconds, String tail) {
        Optional<Duration> silent =
                Optional.of(seconds)
                        .filter(it -> it.matches("[0-9]{1,9}"))
                        .map(it -> Duration.ofSeconds(Long.parseLong(it)));
        return new WorkReply(true, silent, printed(tail));
    }

    private static String printed(String tail) {
        Optional<String> last =
                tail.lines().map(String::strip).filter(it -> !it.isEmpty()).reduce((a, b) -> b);
        if (last.isEmpty()) {
            return "it has printed nothing";
        }
        String line = last.get();
        String shown = line.length() > LONGEST ? line.substring(line.length() - LONGEST) : line;
        return Prompt.is(line, tail.endsWith("\n"))
                ? "looks like a prompt: \"" + shown + "\""
                : "last output line: " + shown;
    }

    private static WorkReply not(String reason) {
        return new WorkReply(false, Optional.empty(), reason);
    }
}
