package dev.blackstart.transport.wrapper;

import dev.blackstart.run.RunId;
import dev.blackstart.transport.Completion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A shell in which fenced actions leave a line each.
final class FencedShell {
    static final Duration LONG = Duration.ofMinutes(10);
    static final RunId RUN = RunId.of(1_700_000_000_000L, 1, 2);

    private final LocalShell shell;
    private final Path trace;

    FencedShell(String shell, Path directory) {
        this.shell = new LocalShell(shell, directory);
        this.trace = directory.resolve("trace");
    }

    static Fence fence(String installation, long epoch) {
        return new Fence(epoch, installation, LONG, false, RUN, "anna@bastion");
    }

    LocalShell shell() {
        return shell;
    }

    /// A line for each action that was carried out.
    Path trace() {
        return trace;
    }

    String act(Claim claim, Fence fence) {
        return act(claim, fence, "true");
    }

    /// @param more what it does beside leaving its line
    String act(Claim claim, Fence fence, String more) {
        return ActionCommand.line(
                Samples.run("echo once >>" + trace + "; " + more),
                claim,
                Optional.of(fence),
                Optional.empty(),
                Optional.empty());
    }

    ActionReply acted(Fence fence) {
        Claim claim = Samples.claim();
        return ActionReply.of(shell.run(act(claim, fence)), claim);
    }

    /// @param taken the host's server had taken the command line
    Receipt receipt(Claim claim, Fence fence, boolean taken) {
        Completion read =
                shell.run(ReceiptCommand.line(claim, false, Duration.ZERO, Optional.of(fence)));
        return Receipt.parse(
                read, new Receipt.Sending(claim, Optional.empty(), Duration.ofSeconds(1), taken));
    }

    long effects() {
        try {
            return Files.exists(trace) ? Files.readAllLines(trace).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
