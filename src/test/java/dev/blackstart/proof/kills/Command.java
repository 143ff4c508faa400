package dev.blackstart.proof.kills;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Runs the real command at a terminal of its own, with a person at it, and may kill it.
final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// One that can only go down, wide enough that no line of the log is broken.
    private static final Map<String, String> TERMINAL =
            Map.of("TERM", "dumb", "COLUMNS", "200", "LINES", "70", "SHELL", "/bin/sh");

    private final Program program;
    private final Scene scene;

    /// How a command ended and what it had said.
    ///
    /// @param exit 137 when it was killed, -1 when it did not end
    record Ended(int exit, String said, Duration took) {
        boolean killed() {
            return exit == 137;
        }
    }

    Command(Program program, Scene scene) {
        this.program = program;
        this.scene = scene;
    }

    /// @param before words before the command, such as strace's
    Ended run(List<String> before, List<String> verb, Kill kill)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(before);
        words.addAll(program.words());
        words.addAll(verb);
        words.addAll(List.of("--journal", scene.journal().toString()));
        words.addAll(List.of("--identity", scene.hosts().key().toString()));
        words.addAll(List.of("--runbooks", scene.books().toString()));
        String line = words.stream().map(Command::quoted).collect(Collectors.joining(" "));
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qfec", "exec " + line, "/dev/null")
                        .directory(scene.folder().toFile());
        builder.environment().put("HOME", scene.folder().toString());
        builder.environment().putAll(TERMINAL);
        long begin = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        Operator operator = new Operator(process.getInputStream(), process.getOutputStream());
        Thread person = Thread.ofPlatform().start(operator);
        try {
            boolean ended = kill(process, kill);
            person.join(PATIENCE);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new Ended(ended ? process.exitValue() : -1, operator.said(), took);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// @return whether it ended in time
    private boolean kill(Process process, Kill kill) throws IOException, InterruptedException {
        switch (kill) {
            case Kill.After after -> {
                if (!process.waitFor(after.since().toMillis(), TimeUnit.MILLISECONDS)) {
                    killNow(process);
                }
            }
            case Kill.Begun begun -> {
                boolean ended = false;
                while (!ended && begun() < begun.actions()) {
                    ended = process.waitFor(5, TimeUnit.MILLISECONDS);
                }
                killNow(process);
            }
            case Kill.Before before -> {}
            case Kill.Never never -> {}
        }
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// The command alone; the terminal it is at then ends by itself.
    private static void killNow(Process terminal) {
        terminal.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private long begun() throws IOException {
        return scene.hosts().effects().stream().filter(Hosts.Effect::begun).count();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
