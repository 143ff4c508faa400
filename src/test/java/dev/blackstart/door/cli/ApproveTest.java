package dev.blackstart.door.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.OwnJava;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.testing.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A run in a process of its own over a real SSH server, approved by real signatures: with a key
/// file, with a real agent, and by a text that travelled.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ApproveTest {
    private static final String POLICY =
            """
            people:
              anna: {}
              bo: { logins: [ robert ] }
              cy: {}
            approvals:
              irreversible: { people: 2, approvers: [ bo, cy ], exclude_requester: true }
            """;

    @TempDir Path folder;
    private String shown = "";
    private final Map<String, String> agent = new HashMap<>();

    @AfterEach
    void endAgent() throws IOException {
        if (agent.containsKey("SSH_AGENT_PID")) {
            ProcessHandle.of(Long.parseLong(agent.get("SSH_AGENT_PID")))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void twoSignaturesOfOthersSendIt() throws Exception {
        Files.createDirectories(folder.resolve("runbooks/test"));
        Site site = new Site(folder.resolve("runbooks"), "anna", "bo", "cy").policy(POLICY);
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        List<String> claims = List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims"));
        try (RealSshd sshd =
                RealSshd.start(folder.resolve("a"), Keygen.publicPart(key), "ed25519", claims)) {
            write(sshd);
            detached();
            RunId run = onlyRun();
            try {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> state(run).gates().open().isPresent());
                refusesAnna(site);
                travels(site, run);
                agentSigns(site, run);
            } finally {
                stop(run);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> state(run).closed().isPresent());
            assertThat(folder.resolve("effect")).hasContent("done");
            // its process still writes the report, and would do so into a folder that goes away
            await().atMost(Duration.ofSeconds(60)).until(() -> !carriedOut(run));
        }
    }

    private void refusesAnna(Site site) {
        String key = site.key("anna").toString();
        assertThat(say("anna", "n\n", "approve", "--reason", "x", "--key", key)).isEqualTo(4);
        assertThat(shown).contains("Nothing was signed; the gate stays open.");
        assertThat(say("anna", "a\n", "approve", "--reason", "x", "--key", key)).isEqualTo(6);
        assertThat(shown)
                .contains("gate G1", "test -e /nowhere", "digest ")
                .contains("anna may not approve what is of risk irreversible; bo, cy may.");
        assertThat(say("di", "a\n", "approve", "--reason", "x")).isEqualTo(6);
        assertThat(shown).contains("The policy knows nobody with the account di");
        assertThat(say("robert", "a\n", "approve")).isEqualTo(2);
        assertThat(say("robert", "a\n", "approve", "--reason", "x")).isEqualTo(6);
        assertThat(shown).contains("no key of your agent or your .ssh is one of bo");
    }

    /// Signed by one, printed, changed on its way, and applied by another who has no key.
    private void travels(Site site, RunId run) throws Exception {
        String key = site.key("bo").toString();
        String digest = state(run).gates().open().orElseThrow().digest().substring(0, 12);
        assertThat(unattended("robert", "approve", "--reason", "x", "--key", key)).isEqualTo(4);
        assertThat(shown).contains("--digest " + digest + " --typed NAME");
        assertThat(
                        unattended(
                                "robert",
                                "approve",
                                "--reason",
                                "agreed by phone",
                                "--key",
                                key,
                                "--digest",
                                digest,
                                "--typed",
                                "a",
                                "--print"))
                .isZero();
        String signed = printed;
        assertThat(signed).startsWith("blackstart-gate@v1\nrun: " + run + "\ngate: G1\n");
        Files.writeString(folder.resolve("forged"), signed.replace("by phone", "by mail"));
        assertThat(unattended("anna", "approve", "--signature", "forged")).isEqualTo(6);
        assertThat(shown).contains("The signature of bo does not count");
        Files.writeString(folder.resolve("yes"), signed);
        assertThat(unattended("anna", "approve", "--signature", "yes")).isZero();
        assertThat(shown)
                .containsPattern("Counted: `y` of bo to gate G1, key SHA256:\\S+\\.")
                .contains("1 of 2 people have said yes; the gate stays open.");
        assertThat(unattended("anna", "approve", "--signature", "yes", "--output", "json"))
                .isZero();
        assertThat(printed)
                .contains("\"gate\":\"G1\"", "\"person\":\"bo\"", "\"outcome\":\"counted\"")
                .contains("This very answer of bo to gate G1 has counted already, at 2");
        assertThat(unattended("anna", "approve", "--signature", "forged", "--output", "json"))
                .isEqualTo(6);
        assertThat(printed)
                .contains("\"gate\":\"G1\"", "\"person\":\"bo\"", "\"outcome\":\"not_counted\"")
                .contains("You have said yes already");
    }

    private void agentSigns(Site site, RunId run) throws Exception {
        Path socket = folder.resolve("agent");
        Process started = new ProcessBuilder("ssh-agent", "-a", socket.toString()).start();
        String said = new String(started.getInputStream().readAllBytes(), UTF_8);
        agent.put("SSH_AUTH_SOCK", socket.toString());
        agent.put("SSH_AGENT_PID", said.replaceAll("(?s).*SSH_AGENT_PID=([0-9]+);.*", "$1"));
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", site.key("cy").toString());
        add.environment().putAll(agent);
        assertThat(add.start().waitFor()).isZero();
        Files.delete(site.key("cy"));
        assertThat(say("cy", "a\n", "approve", run.value(), "--gate", "G1", "--reason", "ok"))
                .as(shown)
                .isZero();
        assertThat(shown).contains("Counted: `y` of cy to gate G1").doesNotContain("stays open");
    }

    private String printed = "";

    private int say(String person, String typed, String... words) {
        return say(person, new Terminal(folder, true, typed), words);
    }

    private int unattended(String person, String... words) {
        return say(person, new Terminal(folder, false, ""), words);
    }

    private int say(String person, Terminal terminal, String... words) {
        Map<String, String> env = new HashMap<>(agent);
        env.put("HOME", folder.toString());
        env.put("PATH", System.getenv("PATH"));
        Surroundings usual = terminal.surroundings();
        Surroundings surroundings =
                new Surroundings(
                        usual.streams(),
                        env,
                        folder,
                        Optional.empty(),
                        Clock.systemUTC(),
                        new Person(person),
                        handler -> {},
                        code -> {});
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--journal", folder.resolve("journal").toString()));
        Ports ports =
                new Ports(SqliteJournal::open, (a, b, c) -> List.of(), new Fakes.NoOperations());
        int code = new Door(surroundings, ports).run(all.toArray(String[]::new));
        printed = terminal.shown();
        shown = (terminal.shown() + terminal.complained()).replaceAll("\\s*\n\\s*", " ");
        return code;
    }

    private void detached() throws IOException, InterruptedException {
        List<String> command = OwnJava.program();
        command.addAll(List.of("run", "test", "--detached", "--identity", "key"));
        command.addAll(List.of("--journal", folder.resolve("journal").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("USER", "anna");
        builder.environment().remove("SUDO_USER");
        Path said = folder.resolve("said");
        Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).content().contains("Detached");
    }

    private void stop(RunId run) throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            if (RunState.fold(journal.read(run)).gates().open().isPresent()) {
                journal.request(
                        run,
                        Posted.of(new OperatorCommand.Stop(new Person("anna"), "the test is over"))
                                .orElseThrow());
            }
        }
    }

    private boolean carriedOut(RunId run) throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return journal.owner(run).isPresent();
        }
    }

    private RunState state(RunId run) throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return RunState.fold(journal.read(run));
        }
    }

    private RunId onlyRun() throws JournalException {
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            return journal.runs().getFirst();
        }
    }

    private void write(RealSshd sshd) throws IOException {
        Files.writeString(
                folder.resolve("runbooks/test/runbook.yaml"),
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
                    risk: irreversible
                    requires: any(sick)
                    run: test -e /nowhere || printf done > %s/effect
                """
                        .formatted(folder));
        Files.writeString(folder.resolve("runbooks/inventory.yaml"), sshd.inventory("a"));
    }
}
