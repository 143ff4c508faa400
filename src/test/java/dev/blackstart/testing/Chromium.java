package dev.blackstart.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's chromium without a window, driven over its own protocol.
public final class Chromium implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;
    private final DevTools tools;

    /// @param folder an empty one of its own
    public Chromium(Path folder) {
        this.folder = folder;
        this.process = started(folder);
        Path said = folder.resolve("DevToolsActivePort");
        await().atMost(SOON).until(() -> Files.exists(said) && lines(said).size() == 2);
        List<String> lines = lines(said);
        this.tools = new DevTools(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
    }

    private static Process started(Path folder) {
        try {
            return new ProcessBuilder(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--force-color-profile=srgb",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + folder,
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("chromium is missing: apt-get install chromium", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    /// A window of its own, which shares nothing with the others: another person, or the same one
    /// elsewhere.
    public Tab window() {
        String context =
                tools.ask("", "Target.createBrowserContext", DevTools.params())
                        .get("browserContextId")
                        .asText();
        String target =
                tools.ask(
                                "",
                                "Target.createTarget",
                                DevTools.params()
                                        .put("url", "about:blank")
                                        .put("browserContextId", context))
                        .get("targetId")
                        .asText();
        String session =
                tools.ask(
                                "",
                                "Target.attachToTarget",
                                DevTools.params().put("targetId", target).put("flatten", true))
                        .get("sessionId")
                        .asText();
        return new Tab(tools, session);
    }

    @Override
    public void close() {
        tools.close();
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        List.of("SingletonLock", "SingletonCookie", "SingletonSocket").forEach(this::delete);
    }

    /// Links out of the folder, which whoever deletes it would have to wonder about.
    private void delete(String link) {
        try {
            Files.deleteIfExists(folder.resolve(link));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
