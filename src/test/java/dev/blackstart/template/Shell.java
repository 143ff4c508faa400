package dev.blackstart.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real POSIX shell of this machine. Debian packages: dash, busybox.
enum Shell {
    SH("/bin/sh"),
    DASH("dash"),
    BUSYBOX("busybox", "sh");

    private final List<String> command;

    Shell(String... command) {
        this.command = List.of(command);
    }

    record Ran(int exit, byte[] stdout) {
        String text() {
            return new String(stdout, StandardCharsets.UTF_8);
        }
    }

    /// Runs a program in a folder, without input, for ten seconds at most.
    Ran run(Path folder, String program) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("-c", program));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] stdout = process.getInputStream().readAllBytes();
        boolean ended = process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended in time: " + program).isTrue();
        return new Ran(process.exitValue(), stdout);
    }
}
