package dev.blackstart.door.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `audit begin-anew` says of the runs it leaves behind.
class AuditAnewTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);
    private static final String SPOILT = "this event is spoilt";

    @TempDir Path folder;
    private Path state;
    private Terminal terminal;
    private Instant now;

    @BeforeEach
    void terminal() {
        state = folder.resolve("state");
        terminal = new Terminal(folder, false, "");
        now = terminal.surroundings().clock().instant();
    }

    private int say(String... words) {
        terminal = new Terminal(folder, false, "");
        return new Door(
                        terminal.surroundings(),
                        new Ports(
                                SqliteJournal::open,
                                (runbook, inventory, drills) -> List.of(),
                                new Fakes.NoOperations()))
                .run(
                        Stream.concat(
                                        Stream.of(words),
                                        Stream.of("--journal", state.toString()))
                                .toArray(String[]::new));
    }

    private String anew() {
        assertThat(say("audit", "begin-anew", "--reason", "it is broken"))
                .as(terminal.complained())
                .isZero();
        return terminal.shown();
    }

    private static RunEvent sent() {
        return new RunEvent.Dispatched(
                new ActionKey(new StepId("remove_lock"), new HostName("web1"), 1),
                Purpose.ACT,
                "ab",
                "cd",
                new GateId(1));
    }

    private RunEvent opened(Journal journal) throws Exception {
        Map<String, String> blobs = new HashMap<>();
        Path runbook = Path.of("src/test/resources/cli/runbooks/stuck-cache");
        try (Stream<Path> all = Files.walk(runbook)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                blobs.put(
                        Frozen.RUNBOOK + runbook.relativize(file),
                        journal.keep(Files.readAllBytes(file)));
            }
        }
        Path inventory = runbook.resolveSibling("inventory.yaml");
        blobs.put(Frozen.INVENTORY, journal.keep(Files.readAllBytes(inventory)));
        return new RunEvent.RunOpened(
                RUN,
                "stuck-cache",
                "A cache is stuck",
                Mode.LIVE,
                new Person("anna"),
                blobs,
                Map.of(),
                "test",
                Optional.empty());
    }

    private void run(boolean locked, RunEvent... rest) throws Exception {
        try (Journal journal = SqliteJournal.open(state)) {
            if (locked) {
                journal.lock(
                        new Holder(RUN, "anna", "A cache is stuck", now),
                        List.of(new Lock("key web1", "web1")),
                        false);
            }
            journal.append(RUN, 0, now, List.of(opened(journal), new RunEvent.Noted(SPOILT)));
            journal.append(RUN, 2, now, List.of(rest));
        }
        spoil(SPOILT);
    }

    private void spoil(String text) throws IOException {
        Path file = state.resolve("journal.db");
        String bytes = Files.readString(file, ISO_8859_1);
        assertThat(bytes.contains(text)).as(text).isTrue();
        Files.writeString(file, bytes.replace(text, text.toUpperCase(Locale.ROOT)), ISO_8859_1);
    }

    @Test
    void aRunWhoseChainIsCutIsNotSaidToHaveActedOnNoHost() throws Exception {
        run(true, sent());
        assertThat(anew())
                .contains(
                        "Of run %s (A cache is stuck) only event 1 can be told; what came after is not known, nor whether it was closed. Its locks say that it had sent something and was not closed; it held web1."
                                .formatted(RUN))
                .contains("Look at these hosts")
                .doesNotContain("no host", "Open was");
    }

    @Test
    void aRunThatHasNoLockLeftIsToldByItsPlan() throws Exception {
        run(false, sent(), new RunEvent.Closed(Verdict.STOPPED, List.of(), now));
        assertThat(anew())
                .contains("what came after is not known")
                .contains("They tell of no action; it may have acted on web1, web2.");
    }

    @Test
    void whereTheFilesAreGoneTooThatIsSaid() throws Exception {
        run(false, sent());
        spoil("laptop:");
        assertThat(anew()).contains("On which hosts it acted is not known.");
    }

    @Test
    void aRunClosedWithSomethingUnknownIsNamed() throws Exception {
        run(
                true,
                sent(),
                new RunEvent.Closed(
                        Verdict.STOPPED, List.of(), now, List.of(new HostName("web1"))));
        assertThat(anew())
                .contains("Its locks say that it was closed without knowing what it did on web1.");
    }

    @Test
    void whereNoJournalIsNoneIsMade() {
        assertThat(say("audit", "begin-anew", "--reason", "a slip"))
                .isEqualTo(ExitCode.REFUSED.number());
        assertThat(terminal.complained().replace("\n", " ")).contains("There is no journal in " + state);
        assertThat(state).doesNotExist();
    }

    @Test
    void whoeverMeetsADamagedChainLearnsWhatCanBeDone() throws Exception {
        run(true, sent());
        for (String verb : List.of("resume", "abort", "reconcile")) {
            assertThat(say(verb)).as(verb).isEqualTo(ExitCode.JOURNAL.number());
            assertThat(terminal.complained())
                    .as(verb)
                    .contains(
                            "Journal damaged at event 2",
                            "blackstart audit export --journal " + state + " takes out",
                            "blackstart audit begin-anew --journal " + state + " --reason TEXT");
        }
        assertThat(say("abort", "last")).isEqualTo(ExitCode.JOURNAL.number());
        assertThat(terminal.complained()).contains("blackstart audit begin-anew");
    }
}
