package dev.blackstart.door.cli;

import dev.blackstart.run.RunId;
import dev.blackstart.view.Escaped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts this very command again in a session of its own, without a terminal, and learns which run
/// it carries out.
final class DetachedRun {
    /// Reading, checking and opening a run takes seconds at most.
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(60);

    private final Surroundings surroundings;
    private final Path folder;

    /// @param journal its folder also gets what the process says
    DetachedRun(Surroundings surroundings, Path journal) {
        this.surroundings = surroundings;
        this.folder = journal.resolve("detached");
    }

    /// @param words of this command, as they were typed
    /// @return the run, once its process has opened it
    RunId start(List<String> words) {
        String name = surroundings.clock().millis() + "-" + ProcessHandle.current().pid();
        try {
            Files.createDirectories(folder);
            Path said = folder.resolve(name + ".log");
            Path announced = folder.resolve(name + ".run");
            Process process = begin(words, announced, said);
            Optional<RunId> run = await(process, announced);
            Files.deleteIfExists(announced);
            return run.orElseThrow(() -> failed(process, said));
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The run cannot be started in a process of its own: "
                            + Escaped.line(String.valueOf(e.getMessage())));
        }
    }

    private Process begin(List<String> words, Path announced, Path said) throws IOException {
        List<String> command = new ArrayList<>(List.of(setsid()));
        command.addAll(OwnCommand.words());
        words.stream().filter(word -> !word.equals("--detached")).forEach(command::add);
        command.addAll(List.of("--announce", announced.toString()));
        return new ProcessBuilder(command)
                .directory(surroundings.cwd().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /// Without a session of its own the process would get the signals of this terminal.
    private String setsid() {
        for (String folder : surroundings.env().getOrDefault("PATH", "/usr/bin").split(":")) {
            Path program = Path.of(folder).resolve("setsid");
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new CannotGoOn(
                ExitCode.REFUSED,
                "--detached needs the program setsid (Debian's package util-linux); run without it"
                        + " inside tmux or screen instead.");
    }

    private static Optional<RunId> await(Process process, Path announced) throws IOException {
        long until = System.nanoTime() + OPENS_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            if (Files.exists(announced)) {
                return Optional.of(new RunId(Files.readString(announced).strip()));
            }
            if (ended(process)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// What the process said is what the person must hear.
    private static CannotGoOn failed(Process process, Path said) {
        List<String> lines = new ArrayList<>();
        boolean late = process.isAlive();
        try {
            Files.readAllLines(said).forEach(line -> lines.add(Escaped.line(line)));
        } catch (IOException e) {
            lines.add("What the process of the run said cannot be read from " + said + ".");
        }
        if (late) {
            process.destroy();
            lines.add("The process of the run opened none within a minute and was ended.");
        }
        ExitCode code = late ? ExitCode.REFUSED : ExitCode.numbered(process.exitValue());
        return new CannotGoOn(code, lines);
    }

    /// Called in that process: the name appears whole or not at all.
    static void announce(Path file, RunId run) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, run + "\n");
            Files.move(part, file);
        } catch (IOException e) {
            throw new CannotGoOn(ExitCode.REFUSED, "The run cannot be announced in " + file + ".");
        }
    }
}
