package dev.blackstart.proof.power;

import dev.blackstart.endtoend.CarryOn;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A folder from which the real command carries out a runbook of two actions on a real SSH server.
/// What was done on the host is in a file there, one line an action.
final class Station {
    static final List<String> STEPS = List.of("one", "two");

    private final Path folder;
    private final Path journal;
    private final Path key;

    /// How a command ended and what it printed.
    record Ended(int exit, String said) {}

    /// @param folder an empty one
    /// @param journal its directory, made when it is not there
    Station(Path folder, Path journal, RealSshd host, Path key) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.journal = journal;
        this.key = key;
        Files.createDirectories(folder.resolve("books"));
        Files.copy(key, folder.resolve("books/key"), StandardCopyOption.COPY_ATTRIBUTES);
        Path runbook = Files.createDirectories(folder.resolve("books/test"));
        Files.writeString(runbook.resolve("runbook.yaml"), runbook());
        Files.writeString(folder.resolve("books/inventory.yaml"), host.inventory("a"));
    }

    private String runbook() {
        StringBuilder text =
                new StringBuilder(
                        """
                        runbook: test
                        title: A test
                        steps:
                          - check: looks
                            on: a
                            run: test -d %s
                            findings: { there: exit == 0 }
                        """
                                .formatted(folder));
        for (String step : STEPS) {
            text.append(
                    """
                      - action: %s
                        on: a
                        risk: mutate
                        run: echo %s >> %s/effects
                        timeout: 30s
                    """
                            .formatted(step, step, folder));
        }
        return text.toString();
    }

    Path journal() {
        return journal;
    }

    List<String> effects() throws IOException {
        Path file = folder.resolve("effects");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /// @param before words before the command, such as strace's
    Ended run(List<String> before) throws IOException, InterruptedException {
        return command(before, List.of("run", "test", "--yes"));
    }

    Ended resume() throws IOException, InterruptedException {
        return command(List.of(), List.of("resume"));
    }

    /// With a person who says yes, and asks for a new approval where a host says that nothing was
    /// started.
    Ended resumeWithAPerson(RunId run) throws IOException, InterruptedException {
        List<String> words = OwnJava.words();
        words.addAll(List.of(CarryOn.class.getName(), folder.resolve("books").toString()));
        words.addAll(List.of(run.value(), journal.toString()));
        return ended(words);
    }

    private Ended command(List<String> before, List<String> verb)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(before);
        words.addAll(OwnJava.program());
        words.addAll(verb);
        words.addAll(List.of("--journal", journal.toString(), "--identity", key.toString()));
        words.addAll(List.of("--runbooks", folder.resolve("books").toString()));
        return ended(words);
    }

    private Ended ended(List<String> words) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.redirectInput(new File("/dev/null"));
        Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Ended(ended ? process.exitValue() : -1, Files.readString(said));
    }

    /// The only run, once its first event is recorded.
    Optional<RunId> run() throws Exception {
        try (SqliteJournal open = SqliteJournal.open(journal)) {
            if (!open.audit().intact()) {
                throw new AssertionError("the chain does not verify: " + open.audit());
            }
            List<RunId> runs = open.runs();
            if (runs.size() > 1) {
                throw new AssertionError("there are several runs: " + runs);
            }
            return runs.stream().findFirst();
        }
    }

    /// Its events; none before it is opened.
    List<RunEvent> events() throws Exception {
        Optional<RunId> run = run();
        if (run.isEmpty()) {
            return List.of();
        }
        try (SqliteJournal open = SqliteJournal.open(journal)) {
            return open.read(run.get()).stream().map(Recorded::event).toList();
        }
    }
}
