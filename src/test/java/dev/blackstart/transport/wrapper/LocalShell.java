package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Kept;
import dev.blackstart.testing.Processes;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Runs command lines as a login shell on this machine would, with `/bin/sh` inside them replaced
/// by the same shell, so that every part of the wrapper runs under it.
final class LocalShell {
    private final String shell;
    private final Path directory;
    private final Path claims;

    /// @param shell such as `busybox sh`
    /// @param directory home of the user, and where claims are kept
    LocalShell(String shell, Path directory) {
        this(shell, directory, directory.resolve("claims"));
    }

    private LocalShell(String shell, Path directory, Path claims) {
        this.shell = shell;
        this.directory = directory;
        this.claims = claims;
    }

    /// The same host over another connection.
    LocalShell beside() {
        try {
            Path other = Files.createDirectories(directory.resolve("beside"));
            return new LocalShell(shell, other, claims);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Process start(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(shell.split(" ")));
        words.addAll(List.of("-c", line.replace("/bin/sh", shell)));
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectOutput(directory.resolve("stdout").toFile())
                        .redirectError(directory.resolve("stderr").toFile());
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("BLACKSTART_CLAIMS", claims().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("apt-get install " + words.getFirst(), e);
        }
    }

    Path claims() {
        return claims;
    }

    Completion run(String line) {
        return run(line, "");
    }

    Completion run(String line, String stdin) {
        return ended(start(line), stdin);
    }

    Completion ended(Process process, String stdin) {
        try {
            process.getOutputStream().write(stdin.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            int status = process.waitFor();
            return new Completion.Exited(
                    status, kept("stdout"), kept("stderr"), Duration.ZERO, Optional.empty());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Kept kept(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(name));
        return new Kept(
                new String(bytes, StandardCharsets.ISO_8859_1),
                bytes.length,
                HexFormat.of().formatHex(Digests.sha256().digest(bytes)),
                Optional.empty());
    }

    static void killed(Process process) {
        Processes.signal("KILL", process.toHandle());
    }
}
