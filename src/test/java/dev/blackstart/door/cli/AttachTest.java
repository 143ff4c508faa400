package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run in a process of its own over a real SSH server: people attach, leave, and hand it over.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class AttachTest {
    @TempDir Path folder;

    @Test
    void aDetachedRunChangesHandsAndEnds() throws Exception {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        List<String> claims = List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"));
        try (RealSshd sshd =
                RealSshd.start(folder.resolve("a"), Keygen.publicPart(key), "ed25519", claims)) {
            write(sshd, "risk: mutate");
            assertThat(detached()).contains("Detached; the run goes on.");
            RunId run = onlyRun();
            try {
                awaitGate(run);
                assertThat(say("bo", "", "hand-over", "--accept")).isEqualTo(6);
                assertThat(say("bo", "y\n", "attach")).isZero();
                assertThat(shown).contains("anna answers this; you watch.");
                assertThat(state(run).gates().open()).isPresent();
                assertThat(say("anna", "", "hand-over", "--to", "bo")).isZero();
                assertThat(say("bo", "", "hand-over", "--accept")).isZero();
                assertThat(say("bo", "y\n", "attach")).as(shown).isZero();
                assertThat(shown).contains("answered by bo from now on").contains("RECOVERED");
                assertThat(folder.resolve("effect")).hasContent("done");
            } finally {
                stop(run);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> owner(run).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "risk: mutate, gate: { approvals: 2 } | y",
                "risk: irreversible, requires: any(sick) | a,the disk is lost",
            })
    void aSecondPersonAttachesAfterTheFirstYesAndIsTakenAtTheirFirstWord(String risk, String typed)
            throws Exception {
        String yes = String.join("\n", typed.split(",")) + "\n";
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        List<String> claims = List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"));
        try (RealSshd sshd =
                RealSshd.start(folder.resolve("a"), Keygen.publicPart(key), "ed25519", claims)) {
            write(sshd, risk.replace(", ", "\n    "));
            assertThat(detached()).contains("Detached");
            RunId run = onlyRun();
            try {
                awaitGate(run);
                assertThat(say("anna", yes, "attach")).as(shown).isZero();
                assertThat(shown.replaceAll("\\s+", " "))
                        .contains(
                                "A second person must say yes to gate G1, and now: blackstart"
                                        + " attach --journal "
                                        + folder.resolve("journal")
                                        + " "
                                        + run)
                        .contains("you have said yes; a second person must say it too");
                assertThat(state(run).gates().yesSayers(new GateId(1))).hasSize(1);
                assertThat(say("bo", yes, "attach")).as(shown).isZero();
                assertThat(shown)
                        .contains("anna has said yes; yours is the second of 2")
                        .containsPattern("a second person\\); yours is the second of 2")
                        .contains("RECOVERED")
                        .doesNotContain("A second person must", "had closed");
                assertThat(folder.resolve("effect")).hasContent("done");
            } finally {
                stop(run);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> owner(run).isEmpty());
        }
    }

    @Test
    void whatCannotBeOpenedIsSaidByTheFirstProcess() throws Exception {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.createFile(folder.resolve("key"));
        assertThat(detached()).contains("There is no runbook test");
    }

    /// Whatever became of the test, no process stays.
    private void stop(RunId run) throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            journal.request(
                    run,
                    Posted.of(new OperatorCommand.Stop(new Person("anna"), "the test is over"))
                            .orElseThrow());
        }
    }

    private String shown = "";

    private String detached() throws IOException, InterruptedException {
        List<String> command = OwnJava.program();
        command.addAll(List.of("run", "test", "--detached", "--identity", "key"));
        command.addAll(List.of("--journal", folder.resolve("journal").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("USER", "anna");
        builder.environment().remove("SUDO_USER");
        Path said = folder.resolve("said");
        Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said);
    }

    /// A watcher without a terminal sees the gate and leaves only by Ctrl-C, so it is pressed.
    private int say(String person, String typed, String... words) {
        Terminal terminal = new Terminal(folder, true, typed);
        Surroundings usual = terminal.surroundings();
        Surroundings surroundings =
                new Surroundings(
                        usual.streams(),
                        Map.of("HOME", folder.toString()),
                        folder,
                        Optional.empty(),
                        Clock.systemUTC(),
                        new Person(person),
                        handler ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            await().until(() ->
                                                    terminal.shown().contains("you watch"));
                                            handler.accept(Signals.Signal.INT);
                                        }),
                        code -> {});
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--journal", folder.resolve("journal").toString()));
        Ports ports =
                new Ports(SqliteJournal::open, (a, b, c) -> List.of(), new Fakes.NoOperations());
        int code = new Door(surroundings, ports).run(all.toArray(String[]::new));
        shown = terminal.shown() + terminal.complained();
        return code;
    }

    private RunState state(RunId run) throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return RunState.fold(journal.read(run));
        }
    }

    private Optional<?> owner(RunId run) throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return journal.owner(run);
        }
    }

    private RunId onlyRun() throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return journal.runs().getFirst();
        }
    }

    private void awaitGate(RunId run) {
        await().atMost(Duration.ofSeconds(60)).until(() -> state(run).gates().open().isPresent());
    }

    private void write(RealSshd sshd, String risk) throws IOException {
        Path runbook = Files.createDirectories(folder.resolve("runbooks/test"));
        Files.writeString(
                runbook.resolve("runbook.yaml"),
                """
                runbook: test
                title: A test
                steps:
                  - check: look
                    on: a
                    run: test -d /
                    findings: { sick: exit == 0 }
                  - action: mend
                    on: a
                    %s
                    run: printf done > %s/effect
                """
                        .formatted(risk, folder));
        Files.writeString(folder.resolve("runbooks/inventory.yaml"), sshd.inventory("a"));
    }
}
