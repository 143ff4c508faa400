package dev.blackstart.proof.kills;

import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of one trial: runbook, inventory, key and journal.
record Scene(Path folder, Hosts hosts) {
    private static final List<String> FILES = List.of("journal.db", "journal.db-wal");

    static Scene make(Path folder, Hosts hosts) throws IOException {
        Path runbook = Files.createDirectories(folder.resolve("books/test"));
        Files.writeString(runbook.resolve("runbook.yaml"), text(hosts));
        Files.writeString(folder.resolve("books/inventory.yaml"), hosts.inventory());
        Scene scene = new Scene(folder, hosts);
        reserve(Files.createDirectory(scene.journal()));
        return scene;
    }

    /// What the journal sets aside; writing it would make most of the calls of a run.
    private static void reserve(Path journal) throws IOException {
        try (RandomAccessFile ballast =
                new RandomAccessFile(journal.resolve("ballast").toFile(), "rw")) {
            ballast.setLength(16 << 20);
        }
    }

    Path books() {
        return folder.resolve("books");
    }

    /// As it is read.
    Runbook runbook() {
        return switch (RunbookReader.read(books().resolve("test"))) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused -> throw new AssertionError(refused.problems());
        };
    }

    Path journal() {
        return folder.resolve("journal");
    }

    /// A check, a loan, an action in waves and one on all hosts at once, each with its proof.
    private static String text(Hosts hosts) {
        return """
        runbook: test
        title: Restart what is broken
        steps:
          - check: state
            on: nodes
            run: %s
            findings:
              lent: stdout.contains("done lend") && !stdout.contains("done undo")
              restarted: stdout.contains("done restart")
              finished: stdout.contains("done finish")
          - action: lend
            on: a
            risk: mutate
            run: %s
            timeout: 30s
            undo: { run: "%s" }
            loan: { due: 1h, repaid_when: none(lent) }
            verify: { check: state, that: any(lent), within: 20s }
          - action: restart
            on: nodes
            where: "!host.restarted"
            risk: disrupt
            requires: none(finished)
            batch: [ 1, 100%% ]
            run: %s
            timeout: 30s
            verify: { check: state, that: host.restarted, within: 20s }
          - action: finish
            on: nodes
            risk: mutate
            requires: all(restarted)
            run: %s
            timeout: 30s
            verify: { check: state, that: all(finished), within: 20s }
        """
                .formatted(
                        hosts.look(),
                        hosts.action("lend"),
                        hosts.action("undo"),
                        hosts.action("restart"),
                        hosts.action("finish"));
    }

    /// The events of the only run; none before it is opened. A copy of the file is read, so that
    /// only the command itself repairs what a kill left.
    List<Recorded> events() throws Exception {
        if (!Files.exists(journal().resolve(FILES.getFirst()))) {
            return List.of();
        }
        Path copy = Files.createDirectory(folder.resolve("copy"));
        reserve(copy);
        for (String name : FILES) {
            if (Files.exists(journal().resolve(name))) {
                Files.copy(journal().resolve(name), copy.resolve(name));
            }
        }
        try {
            return read(copy);
        } finally {
            remove(copy);
        }
    }

    private static List<Recorded> read(Path journal) throws Exception {
        try (SqliteJournal open = SqliteJournal.open(journal)) {
            if (!open.audit().intact()) {
                throw new AssertionError("the chain does not verify: " + open.audit());
            }
            List<RunId> runs = open.runs();
            if (runs.size() > 1) {
                throw new AssertionError("there are several runs: " + runs);
            }
            return runs.isEmpty() ? List.of() : open.read(runs.getFirst());
        }
    }

    /// Nothing of it is needed any more.
    void forget() throws IOException {
        remove(folder);
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
