package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.Locks;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.engine.RunOpening;
import dev.blackstart.engine.Runs;
import dev.blackstart.engine.Session;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.ssh.SshTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two installations with a journal each and one real host: no lock is shared, the host's own fence
/// keeps them apart.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TwoInstallationsTest {
    private static final List<String> STEPS = List.of("one", "two");

    @TempDir Path folder;
    private RealSshd sshd;

    @AfterEach
    void endHost() {
        sshd.close();
    }

    /// A run of one installation, answered step by step by the test.
    private final class Installation implements AutoCloseable {
        private final Person person;
        private final RunId run;
        private final Plan plan;
        private final SqliteJournal journal;
        private final SshTransport transport;
        private final BlockingQueue<Gate> gates = new LinkedBlockingQueue<>();
        private CompletableFuture<RunEnd> end = new CompletableFuture<>();
        private Optional<Session> session = Optional.empty();

        Installation(String person, int number) throws Exception {
            this.person = new Person(person);
            this.run = RunId.of(1_700_000_000_000L, 1, number);
            this.plan =
                    new Plan(
                            CarryOn.accepted(RunbookReader.read(folder.resolve("test"))),
                            CarryOn.accepted(
                                    InventoryReader.read(folder.resolve("inventory.yaml"))),
                            Map.of(),
                            Mode.LIVE);
            this.journal = SqliteJournal.open(folder.resolve("journal-" + person));
            this.transport = CarryOn.transport(folder, plan.inventory());
        }

        private Runs runs() {
            return new Runs(
                    CarryOn.equipment(folder, journal, transport),
                    Owner.current(person.name(), Clock.systemUTC().instant()),
                    refusal -> {});
        }

        Installation opens() throws Exception {
            return carriesOn(
                    runs().open(
                                    run,
                                    new RunOpening(
                                            plan,
                                            Map.of(),
                                            Map.of(),
                                            Map.of(),
                                            person,
                                            Optional.empty(),
                                            "test",
                                            Locks.of(
                                                    plan,
                                                    host -> host.hostKey().stream().toList()))));
        }

        Installation takesOver(String reason) throws Exception {
            return carriesOn(
                    runs().takeOver(
                                    run,
                                    plan,
                                    Map.of(),
                                    person,
                                    Locks.of(plan, host -> host.hostKey().stream().toList()),
                                    reason));
        }

        private Installation carriesOn(Runs.Start start) {
            Session started = ((Runs.Start.Started) start).session();
            session = Optional.of(started);
            end =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try (started) {
                                    return started.run((recorded, state) -> {
                                        if (recorded.event()
                                                instanceof RunEvent.GateOpened opened) {
                                            gates.add(opened.gate());
                                        }
                                    });
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                            },
                            work -> Thread.ofPlatform().daemon().start(work));
            return this;
        }

        Gate gate() throws InterruptedException {
            return Optional.ofNullable(gates.poll(30, TimeUnit.SECONDS)).orElseThrow();
        }

        Installation says(String choice) throws InterruptedException {
            Gate gate = gate();
            session.orElseThrow()
                    .submit(
                            new OperatorCommand.Answer(
                                    gate.id(), gate.digest(), choice, "", "", person));
            return this;
        }

        void leaves() throws Exception {
            session.orElseThrow().submit(new OperatorCommand.Leave("gone for coffee"));
            assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(RunEnd.Left.class);
        }

        Verdict verdict() throws Exception {
            return ((RunEnd.Closed) end.get(30, TimeUnit.SECONDS)).verdict();
        }

        String refusal() throws Exception {
            return RunState.fold(journal.read(run)).actions().all().stream()
                    .flatMap(it -> it.outcome().stream())
                    .filter(it -> it.word().equals("refused_by_host"))
                    .map(it -> ((Outcome.Unreachable) it).reason())
                    .reduce("", (older, newer) -> newer);
        }

        @Override
        public void close() {
            transport.close();
            journal.close();
        }
    }

    @Test
    void theSecondIsKeptOutUntilTheFirstHasEnded() throws Exception {
        try (Installation anna = new Installation("anna", 1);
                Installation bo = new Installation("bo", 2)) {
            anna.opens().says("y");
            Gate second = anna.gate();
            assertThat(effects()).containsExactly("one");
            bo.opens().says("y").gate();
            assertThat(bo.refusal())
                    .startsWith("a is fenced by anna@")
                    .contains("run " + anna.run + ", epoch 1, for 16 min more");
            assertThat(effects()).containsExactly("one");
            anna.gates.add(second);
            assertThat(anna.says("y").verdict()).isEqualTo(Verdict.RECOVERED);
            bo.leaves();
            bo.gates.clear();
            runsToTheEnd(bo);
            assertThat(effects()).containsExactly("one", "two", "one", "two");
        }
    }

    @Test
    void aPersonPutsTheFenceAsideAndTheFirstIsRefused() throws Exception {
        try (Installation anna = new Installation("anna", 1);
                Installation bo = new Installation("bo", 2)) {
            anna.opens().says("y");
            Gate second = anna.gate();
            bo.opens().says("y").gate();
            bo.leaves();
            bo.gates.clear();
            bo.takesOver("anna's bastion is gone");
            Gate refused = bo.gate();
            assertThat(refused.why())
                    .noneMatch(it -> it.contains("--take-over"))
                    .anyMatch(it -> it.startsWith("This run was taken over, so retry asks"));
            bo.gates.add(refused);
            bo.says("retry");
            Gate asked = bo.gate();
            assertThat(asked.cautions())
                    .anyMatch(it ->
                            it.startsWith("Your yes puts the fence of another installation aside")
                                    && it.contains("run " + anna.run));
            bo.gates.add(asked);
            bo.says("y").gate();
            assertThat(effects()).containsExactly("one", "one");
            anna.gates.add(second);
            anna.says("y").gate();
            assertThat(anna.refusal()).startsWith("a is fenced by bo@");
            assertThat(effects()).containsExactly("one", "one");
            anna.leaves();
            bo.leaves();
        }
    }

    @Test
    void aTakeOverAlonePutsNobodyAside() throws Exception {
        try (Installation anna = new Installation("anna", 1);
                Installation bo = new Installation("bo", 2)) {
            anna.opens().says("y");
            anna.gate();
            bo.opens().gate();
            bo.leaves();
            bo.gates.clear();
            bo.takesOver("bo's terminal is gone").says("y").gate();
            assertThat(bo.refusal()).startsWith("a is fenced by anna@");
            assertThat(effects()).containsExactly("one");
            anna.leaves();
            bo.leaves();
        }
    }

    private static void runsToTheEnd(Installation bo) throws Exception {
        bo.takesOver("goes on after anna");
        assertThat(bo.says("retry").says("y").says("y").verdict()).isEqualTo(Verdict.RECOVERED);
    }

    private List<String> effects() throws IOException {
        return Files.readAllLines(folder.resolve("effects"));
    }

    @BeforeEach
    void host() throws IOException {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        sshd = RealSshd.start(folder.resolve("a"), Keygen.publicPart(key));
        StringBuilder runbook = new StringBuilder("runbook: test\ntitle: A test\nsteps:\n");
        for (String step : STEPS) {
            runbook.append(
                    """
                      - action: %s
                        on: a
                        risk: mutate
                        run: echo %s >> %s/effects
                        timeout: 30s
                    """
                            .formatted(step, step, folder));
        }
        Files.createDirectories(folder.resolve("test"));
        Files.writeString(folder.resolve("test/runbook.yaml"), runbook);
        Files.writeString(folder.resolve("inventory.yaml"), sshd.inventory("a"));
    }
}
