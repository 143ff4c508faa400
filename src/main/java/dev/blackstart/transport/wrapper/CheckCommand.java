package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The command line of a command that only looks. Where the host has `timeout`, it ends the command
/// some seconds after our own deadline, so that nothing stays behind; the verdict "hung" is ours
/// alone.
public final class CheckCommand {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final String BOUNDED =
            "if command -v timeout >/dev/null 2>&1; then exec timeout -k 5 \"$0\" \"$@\"; fi; exec \"$@\"";

    private CheckCommand() {}

    /// Throws `IllegalArgumentException` when no host could take the line.
    public static String line(Prepared prepared) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.of(prepared));
        words.addAll(List.of("/bin/sh", "-c", BOUNDED));
        words.add(Long.toString(seconds(prepared.timeout().plus(GRACE))));
        words.addAll(Interpreter.argv(prepared));
        String stdin = prepared.stdin().isPresent() ? "" : " </dev/null";
        return ShellWord.checked(ShellWord.line(words) + stdin);
    }

    static long seconds(Duration timeout) {
        return Math.max(1, timeout.plusMillis(999).toSeconds());
    }
}
