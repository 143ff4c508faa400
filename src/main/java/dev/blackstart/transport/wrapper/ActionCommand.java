package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Prepared;
import dev.blackstart.run.PreparedUpload;
import dev.blackstart.run.Revert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line of a command that changes something: it runs on the host under a claim, in a
/// session of its own, and leaves a receipt there.
public final class ActionCommand {
    /// Most that a claim keeps of each stream; `/run` is memory.
    static final long MOST_KEPT = 16L * 1024 * 1024;

    private static final int BLOCK = 512;

    private ActionCommand() {}

    /// The same for an action that the host does not undo by itself.
    public static String line(Prepared prepared, Claim claim) {
        return line(prepared, claim, Optional.empty());
    }

    /// The same for one that keeps nobody out.
    public static String line(Prepared prepared, Claim claim, Optional<Revert> revert) {
        return line(prepared, claim, Optional.empty(), Optional.empty(), revert);
    }

    /// For a host that keeps no receipts: nothing there keeps it from being started twice, keeps
    /// others out, or undoes it by itself.
    public static String bare(Prepared prepared, Claim claim) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.of(prepared));
        words.addAll(List.of("/bin/sh", "-c", Scripts.bare(), "blackstart-bare"));
        words.add(claim.nonce());
        words.add(Long.toString(CheckCommand.seconds(prepared.timeout())));
        words.add(input(prepared));
        words.addAll(payload(prepared));
        return ShellWord.checked(ShellWord.line(words));
    }

    private static String input(Prepared prepared) {
        return prepared.stdin().isPresent() || prepared.upload().isPresent() ? "yes" : "no";
    }

    private static List<String> payload(Prepared prepared) {
        List<String> words = new ArrayList<>();
        prepared.upload().ifPresent(upload -> words.addAll(upload(upload)));
        if (prepared.command()) {
            words.addAll(Interpreter.argv(prepared));
        }
        return words;
    }

    /// Throws `IllegalArgumentException` when no host could take the line.
    ///
    /// @param boot boot id of the host as it was last looked at: after a reboot nothing starts, for
    ///   then its memory of claims and fences is gone, and the evidence is void
    /// @param revert how the host undoes it by itself unless it is disarmed; armed before it starts
    public static String line(
            Prepared prepared,
            Claim claim,
            Optional<Fence> fence,
            Optional<String> boot,
            Optional<Revert> revert) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.of(prepared));
        words.addAll(List.of("/bin/sh", "-c", Scripts.act(), "blackstart-act"));
        words.add(Scripts.carry());
        words.add(claim.nonce());
        words.add(claim.directory());
        words.add(Long.toString(CheckCommand.seconds(prepared.timeout())));
        words.add(Long.toString(blocks(prepared.outputLimit())));
        words.add(input(prepared));
        words.add(revert.map(ActionCommand::guard).orElse(""));
        words.add(fence.map(Fence::word).orElse(""));
        words.add(boot.orElse(""));
        words.addAll(payload(prepared));
        return ShellWord.checked(ShellWord.line(words));
    }

    /// The words that put the file in place and then become the command; its content comes over
    /// standard input.
    private static List<String> upload(PreparedUpload upload) {
        return List.of(
                "/bin/sh",
                "-c",
                Scripts.upload(),
                "blackstart-upload",
                upload.to(),
                upload.before(),
                upload.sha256(),
                upload.mode(),
                upload.beside(),
                upload.kept(),
                upload.validate());
    }

    /// The text of the guard, with what it is to carry out.
    private static String guard(Revert revert) {
        List<String> undo = new ArrayList<>(Surroundings.of(revert.undo()));
        undo.addAll(Interpreter.argv(revert.undo()));
        return "after=%d\nlimit=%d\nundo=%s\n%s"
                .formatted(
                        CheckCommand.seconds(revert.after()),
                        CheckCommand.seconds(revert.undo().timeout()),
                        ShellWord.quoted(ShellWord.line(undo)),
                        Scripts.guard());
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
