package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A small shell process outside the world that ends the world when our end of its pipe closes: at close, and
/// just as well when this process is killed. There is no other way the world ends.
final class Keeper implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;

    private Keeper(Process process) {
        this.process = process;
    }

    static Keeper start(String id, Path folder, OptionalInt user) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "setsid",
                        "/bin/sh",
                        "-c",
                        Resources.text("keeper.sh"),
                        "blackstart-keeper",
                        id,
                        folder.toString(),
                        user.isPresent() ? String.valueOf(user.getAsInt()) : "-");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Keeper(builder.start());
    }

    /// Ends every process of the world and removes its folder.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException alreadyGone) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
