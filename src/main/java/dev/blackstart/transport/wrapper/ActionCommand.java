package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The command line of a command that changes something: it runs on the host under a claim, in a
/// session of its own, and leaves a receipt there.
public final class ActionCommand {
    /// Most that a claim keeps of each stream; `/run` is memory.
    static final long MOST_KEPT = 16L * 1024 * 1024;

    private static final int BLOCK = 512;

    private ActionCommand() {}

    /// Throws `IllegalArgumentException` when no host could take the line.
    public static String line(Prepared prepared, Claim claim) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.of(prepared));
        words.addAll(List.of("/bin/sh", "-c", Scripts.act(), "blackstart-act"));
        words.add(Scripts.carry());
        words.add(claim.nonce());
        words.add(claim.directory());
        words.add(Long.toString(CheckCommand.seconds(prepared.timeout())));
        words.add(Long.toString(blocks(prepared.outputLimit())));
        words.add(prepared.stdin().isPresent() ? "yes" : "no");
        words.addAll(Interpreter.argv(prepared));
        return ShellWord.checked(ShellWord.line(words));
    }

    /// How long to wait for the host's own verdict: after `timeout` it may need 10 s until the
    /// command is killed and 15 s more until its session is gone.
    public static Duration patience(Duration timeout) {
        return timeout.plusSeconds(30);
    }

    private static long blocks(long outputLimit) {
        return Math.max(1, Math.min(outputLimit, MOST_KEPT) / BLOCK);
    }
}
