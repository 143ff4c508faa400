package dev.blackstart.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real POSIX shell of this machine. Debian packages: dash, busybox.
record Shell(List<String> command) {
    static final List<Shell> ALL =
            List.of(
                    new Shell(List.of("/bin/sh")),
                    new Shell(List.of("dash")),
                    new Shell(List.of("busybox", "sh")));

    Shell {
        command = List.copyOf(command);
    }

    /// Runs a program in a folder, without input, for ten seconds at most; gives its standard
    /// output.
    byte[] run(Path folder, String program) throws IOException, InterruptedException {
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
        return stdout;
    }
}
