package dev.blackstart.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.OwnClassPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes, as two servers are: the file's lock says nothing within one.
class SoleServerTest {
    @TempDir Path state;

    /// What a second server is: takes the place, says so, and goes when its input ends.
    static final class Second {
        public static void main(String[] arguments) throws IOException {
            try (SoleServer place = SoleServer.of(Path.of(arguments[0]))) {
                System.out.println(place.another() ? "another serves" : "alone");
                System.in.transferTo(System.out);
            }
        }
    }

    private Process second() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        OwnClassPath.text(),
                        Second.class.getName(),
                        state.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String said(Process process) throws IOException {
        return process.inputReader().readLine();
    }

    private static void end(Process process) throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aSecondServerKnowsOfTheFirstWhileThatOneLives() throws Exception {
        Process first = second();
        try {
            assertThat(said(first)).isEqualTo("alone");
            Process beside = second();
            try {
                assertThat(said(beside)).isEqualTo("another serves");
            } finally {
                end(beside);
            }
        } finally {
            end(first);
        }
        Process after = second();
        try {
            assertThat(said(after)).isEqualTo("alone");
        } finally {
            end(after);
        }
    }
}
