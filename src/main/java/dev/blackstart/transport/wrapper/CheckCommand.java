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

    /// Said on standard error by the command that runs, behind `sudo`: what ends without it is an
    /// answer of `sudo`, not of the command. No secret holds control characters.
    static final String BEGUN = "\u001ebegun\u001e\n";

    private static final String SAY_BEGUN = "printf '\\036begun\\036\\n' >&2; ";
    private static final String BOUNDED =
            "if command -v timeout >/dev/null 2>&1; then exec timeout -k 5 \"$0\" \"$@\"; fi; exec \"$@\"";

    private CheckCommand() {}

    /// Throws `IllegalArgumentException` when no host could take the line.
    public static String line(Prepared prepared) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.of(prepared));
        words.addAll(List.of("/bin/sh", "-c", prepared.sudo() ? SAY_BEGUN + BOUNDED : BOUNDED));
        words.add(Long.toString(seconds(prepared.timeout().plus(GRACE))));
        words.addAll(Interpreter.argv(prepared));
        String stdin = prepared.stdin().isPresent() ? "" : " </dev/null";
        return ShellWord.checked(ShellWord.line(words) + stdin);
    }

    /// Does the text of a wrapper say that it begins?
    static boolean saysBegun(String wrapper) {
        return wrapper.startsWith(SAY_BEGUN);
    }

    static long seconds(Duration timeout) {
        return Math.max(1, timeout.plusMillis(999).toSeconds());
    }
}
