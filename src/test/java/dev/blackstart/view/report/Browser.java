package dev.blackstart.view.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Chromium without a window: what a page becomes in a real browser, and on paper.
record Browser(Path folder) {
    private static final int SECONDS = 60;

    /// The document as it stands when the page has been loaded.
    String dom(Path page, String... options) {
        return chromium(page, options, "--dump-dom");
    }

    /// The text on the printed pages.
    String printed(Path page) {
        Path pdf = folder.resolve("page.pdf");
        chromium(page, new String[0], "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
        return run("poppler-utils", List.of("pdftotext", "-layout", pdf.toString(), "-"));
    }

    private String chromium(Path page, String[] options, String... what) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.addAll(List.of(what));
        command.add(page.toUri().toString());
        return run("chromium", command);
    }

    private String run(String debian, List<String> command) {
        Path said = folder.resolve("said");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(said.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command.getFirst() + " did not end in " + SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(command.getFirst() + " exited " + process.exitValue());
            }
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(
                    command.getFirst() + " is missing: apt-get install " + debian, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
