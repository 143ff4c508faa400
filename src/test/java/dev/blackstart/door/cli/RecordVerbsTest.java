package dev.blackstart.door.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Processes;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.SampleGates;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verbs that find runs in the journal and take them out of it.
class RecordVerbsTest {
    private static final Path RUNBOOKS = Path.of("src/test/resources/cli/runbooks");
    private static final String SIDE = "ab" + "0".repeat(62);

    @TempDir Path folder;
    private final MemoryJournal journal = new MemoryJournal();
    private Terminal terminal;
    private Instant now;

    @BeforeEach
    void threeRuns() throws Exception {
        Path template = folder.resolve("templates/report/report.md.ftl");
        Files.createDirectories(template.getParent());
        Files.copy(Path.of("templates/report/report.md.ftl"), template);
        terminal = new Terminal(folder, false, "");
        now = terminal.surroundings().clock().instant();
        run(1, Mode.DRILL, "anna", Duration.ofDays(3), Optional.of(Verdict.RECOVERED));
        run(2, Mode.LIVE, "bo", Duration.ofHours(2), Optional.of(Verdict.STILL_BROKEN));
        run(3, Mode.LIVE, "anna", Duration.ofMinutes(5), Optional.empty());
    }

    private static RunId id(int number) {
        return RunId.of(1_772_000_000_000L + number, 0, number);
    }

    private void run(int number, Mode mode, String by, Duration ago, Optional<Verdict> verdict)
            throws Exception {
        Instant at = now.minus(ago);
        List<RunEvent> events = new ArrayList<>();
        events.add(
                new RunEvent.RunOpened(
                        id(number),
                        "stuck-cache",
                        "A cache is stuck",
                        mode,
                        new Person(by),
                        frozen(),
                        Map.of(),
                        "test",
                        Optional.empty()));
        events.add(
                new RunEvent.Observed(
                        new StepId("lock"),
                        new HostName("web1"),
                        new Observation.Seen(
                                OptionalInt.of(0),
                                Optional.empty(),
                                false,
                                Duration.ofSeconds(1),
                                new Kept("shown", 5, "0".repeat(64), Optional.of(SIDE)),
                                new Kept("warned", 6, "0".repeat(64), Optional.empty()),
                                Map.of(),
                                Optional.empty())));
        verdict.ifPresent(it -> events.add(new RunEvent.Closed(it, List.of(), at)));
        journal.append(id(number), 0, at, events);
    }

    private Map<String, String> frozen() throws Exception {
        Map<String, String> blobs = new HashMap<>();
        Path runbook = RUNBOOKS.resolve("stuck-cache");
        try (Stream<Path> all = Files.walk(runbook)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                blobs.put(
                        Frozen.RUNBOOK + runbook.relativize(file),
                        journal.keep(Files.readAllBytes(file)));
            }
        }
        Path inventory = RUNBOOKS.resolve("inventory.yaml");
        blobs.put(Frozen.INVENTORY, journal.keep(Files.readAllBytes(inventory)));
        return blobs;
    }

    private int say(String words) {
        terminal = new Terminal(folder, false, "");
        return new Door(terminal.surroundings(), Fakes.ports(journal, new Fakes.NoOperations()))
                .run((words.strip() + " --journal " + folder.resolve("state")).split(" "));
    }

    private Places places(Path runbooks) {
        return new Places(
                runbooks,
                runbooks.resolve("inventory.yaml"),
                folder,
                folder,
                Optional.empty(),
                Optional.empty());
    }

    private void shows(String filter, int... numbers) {
        assertThat(say("runs " + filter)).as(terminal.complained()).isZero();
        for (int number : List.of(1, 2, 3)) {
            boolean wanted = IntStream.of(numbers).anyMatch(it -> it == number);
            assertThat(terminal.shown().contains(id(number).value()))
                    .as("run %d with %s", number, filter)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void whatWasUnderWayWhenAProcessEndedIsNotKnown() throws Exception {
        ActionKey action = new ActionKey(new StepId("remove_lock"), new HostName("web1"), 1);
        journal.append(
                id(3),
                2,
                now,
                List.of(new RunEvent.Dispatched(action, Purpose.ACT, "ab", "cd", new GateId(1))));
        assertThat(say("runs")).isZero();
        assertThat(terminal.shown().replaceAll("\\s+", " "))
                .contains("What remove_lock on web1 (attempt 1) did is not known");
        journal.claim(id(3), Processes.ofThisMachine().current("anna", now));
        assertThat(say("runs")).isZero();
        assertThat(terminal.shown()).doesNotContain("not known");
    }

    @Test
    void aRunThatHoldsAHostOrAsksAboutItIsFoundByIt() throws Exception {
        assertThat(say("runs --host web9")).isZero();
        assertThat(terminal.shown()).doesNotContain(id(2).value(), id(3).value());
        journal.lock(
                new Holder(id(2), "bo", "stuck-cache", now),
                Set.of(new Lock("host key of web9", "web9"), Lock.resource("web8")),
                true);
        journal.append(id(3), 2, now, List.of(new RunEvent.GateOpened(SampleGates.mutate())));
        shows("--host web9", 2);
        shows("--host node1", 3);
        assertThat(say("runs --host web8")).isZero();
        assertThat(terminal.shown().replaceAll("\\s+", " "))
                .contains("No run has sent an action to, holds or asks about web8");
    }

    @Test
    void aRunThatWasLeftSaysSoAndAtWhichGate() throws Exception {
        journal.append(
                id(3),
                2,
                now,
                List.of(
                        new RunEvent.GateOpened(SampleGates.mutate()),
                        new RunEvent.Paused("the terminal was closed")));
        assertThat(say("runs --open")).isZero();
        assertThat(terminal.shown()).contains("paused at gate G");
        try (Archive archive = Archive.open(folder -> journal, folder)) {
            assertThat(new LeftOpen(archive).of(new RunbookName("stuck-cache")))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line)
                                    .contains(
                                            id(3)
                                                    + " of this runbook is not closed (paused at gate",
                                            "the terminal was closed",
                                            "blackstart resume " + id(3)));
            assertThat(new LeftOpen(archive).of(new RunbookName("other"))).isEmpty();
        }
    }

    @Test
    void aFileThatIsOtherOnDiskThanInTheRunIsNamed() throws Exception {
        Path copy = folder.resolve("runbooks");
        Path runbook = RUNBOOKS.resolve("stuck-cache");
        try (Stream<Path> all = Files.walk(runbook)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve("stuck-cache").resolve(runbook.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path yaml = copy.resolve("stuck-cache/runbook.yaml");
        Map<String, String> texts = Map.of("runbook.yaml", Files.readString(yaml));
        ChangedSince changed = new ChangedSince(new Shelf(places(copy)));
        assertThat(
                        changed.of(
                                "stuck-cache",
                                ((Read.Accepted<Runbook>)
                                                new Shelf(places(copy)).read("stuck-cache"))
                                        .value()
                                        .files()))
                .isEmpty();
        Files.writeString(yaml, Files.readString(yaml) + "# corrected\n");
        assertThat(changed.of("stuck-cache", texts))
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .contains("stuck-cache changed since", "runbook.yaml", "--amend"));
        assertThat(changed.of("gone", texts)).isEmpty();
    }

    @Test
    void runsAreFilteredByWhatPeopleRemember() {
        shows("", 1, 2, 3);
        shows("--open", 3);
        shows("--verdict still_broken", 2);
        shows("--mode live", 2, 3);
        shows("--by anna", 1, 3);
        shows("--by anna --mode drill", 1);
        shows("--since 12h", 2, 3);
        shows("--since 10m", 3);
        shows("--limit 1", 3);
        shows("--runbook other");
        shows("--host web1");
    }

    /// A run of a newer version, or a damaged one, must not take the others with it.
    @Test
    void aRunThatCannotBeReadHidesNoOther() throws Exception {
        Journal unlucky =
                (Journal)
                        Proxy.newProxyInstance(
                                Journal.class.getClassLoader(),
                                new Class<?>[] {Journal.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("read")
                                            && id(2).equals(arguments[0])) {
                                        throw new JournalException(
                                                JournalException.Kind.NEWER, "it is newer");
                                    }
                                    return method.invoke(journal, arguments);
                                });
        terminal = new Terminal(folder, false, "");
        Ports ports = Fakes.ports(unlucky, new Fakes.NoOperations());
        int code = new Door(terminal.surroundings(), ports).run("runs", "--journal", "state");
        assertThat(terminal.shown()).contains(id(1).value(), id(3).value());
        assertThat(terminal.complained())
                .isEqualTo(
                        "Run %s cannot be read and is left out: it is newer; blackstart audit verify checks it.\n"
                                .formatted(id(2)));
        assertThat(code).isEqualTo(ExitCode.JOURNAL.number());
    }

    @Test
    void aFilterThatCannotBeMeantIsSaid() {
        assertThat(say("runs --verdict fine")).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.complained()).contains("--verdict must be one of recovered,");
        assertThat(say("runs --since yesterday")).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.complained()).contains("such as 90m, 12h or 7d");
    }

    @Test
    void anExportIsVerifiedByItsOwnScript() throws Exception {
        assertThat(say("audit export --file out")).as(terminal.complained()).isZero();
        assertThat(terminal.shown()).contains("3 runs with 8 events");
        assertThat(
                        sh(
                                "sh out/verify.sh out/signing-key.pub.pem && cd out && sha256sum -c SHA256SUMS"))
                .contains("heads.txt: the signature verifies")
                .contains(id(2) + ": events 1 to 3 verify")
                .contains("verify.sh: OK");
    }

    @Test
    void nothingIsWrittenOver() {
        assertThat(say("audit export --file out")).isZero();
        assertThat(say("audit export --file out")).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.complained()).contains("is there already");
    }

    @Test
    void anArchiveHoldsWhatIsKnownOfARun() throws Exception {
        Path side = folder.resolve("state/outputs/ab/" + SIDE.substring(2));
        Files.createDirectories(side.getParent());
        Files.writeString(side, "the whole output");
        assertThat(say("evidence export " + id(2) + " --file run.zip"))
                .as(terminal.complained())
                .isZero();
        try (ZipFile zip = new ZipFile(folder.resolve("run.zip").toFile())) {
            assertThat(text(zip, "outputs/0002.stdout")).isEqualTo("the whole output");
            assertThat(text(zip, "outputs/0002.stderr")).isEqualTo("warned");
            assertThat(text(zip, "outputs.tsv"))
                    .contains("2\tlock\tweb1\tcheck\tstdout\t5\toutputs/0002.stdout");
            assertThat(text(zip, "frozen/inventory.yaml"))
                    .isEqualTo(Files.readString(RUNBOOKS.resolve("inventory.yaml")));
            assertThat(text(zip, "report.md")).contains(id(2).value());
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("heads.txt.sig", "verify.sh", "SHA256SUMS");
        }
    }

    @Test
    void aSideFileThatIsGoneIsSaid() throws Exception {
        assertThat(say("evidence export " + id(2) + " --file run.zip")).isZero();
        assertThat(terminal.complained()).contains("The side file of event 2 (stdout) is gone");
        try (ZipFile zip = new ZipFile(folder.resolve("run.zip").toFile())) {
            assertThat(text(zip, "outputs/0002.stdout")).isEqualTo("shown");
        }
    }

    @Test
    void anArchiveNeedsNoTemplate() throws Exception {
        Files.delete(folder.resolve("templates/report/report.md.ftl"));
        assertThat(say("evidence export " + id(1))).isZero();
        assertThat(terminal.complained()).contains("The archive has no report");
        assertThat(folder.resolve("blackstart-" + id(1) + ".zip")).isNotEmptyFile();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }

    private String sh(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
