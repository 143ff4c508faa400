package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.engine.RunOpening;
import dev.blackstart.engine.Runs;
import dev.blackstart.engine.Session;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.ssh.SshSettings;
import dev.blackstart.transport.ssh.SshTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Over a real OpenSSH server: a file is put in place, and a connection that was to be lost is lost
/// while the action is at work.
class ExpectedLossTest {
    private static final Person ANNA = new Person("anna");
    private static final HostName NODE = new HostName("node");

    @TempDir Path folder;

    private String yaml() {
        return """
        runbook: loss
        title: Lose the connection on purpose
        steps:
          - check: look
            on: node
            run: cat %1$s/done
            findings: { done: exit == 0 }
          - action: place
            on: node
            risk: mutate
            timeout: 20s
            upload: { template: app.conf.ftl, to: %1$s/app.conf, validate: "grep -q port [=file]" }
          - action: cut
            on: node
            risk: mutate
            timeout: 30s
            run: "echo begun > %1$s/begun; until [ -e %1$s/lost ]; do sleep 0.1; done; echo once >> %1$s/done"
            expects: { disconnect: true, back_within: 30s }
            verify: { check: look, that: all(done), within: 20s, every: 200ms }
        """
                .formatted(folder);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void putsAFileInPlaceAndGoesOnAfterALossThatWasExpected() throws Exception {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        try (RealSshd node = RealSshd.start(folder.resolve("node"), Keygen.publicPart(key))) {
            Host host = node.host("node");
            Plan plan =
                    new Plan(
                            runbook(),
                            new Inventory(Map.of(NODE, host), Map.of(), Map.of()),
                            Map.of(),
                            Mode.LIVE);
            MemoryJournal journal = new MemoryJournal();
            RunId id = RunId.of(1, 2, 3);
            assertThat(run(journal, id, plan, key, node))
                    .isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(folder.resolve("app.conf")).hasContent("port \"22\" $HOME \u00e4\n");
            assertThat(folder.resolve("done")).hasContent("once\n");
            List<RunEvent> events = journal.read(id).stream().map(Recorded::event).toList();
            assertThat(events)
                    .anyMatch(event ->
                            event instanceof RunEvent.Ended ended
                                    && ended.outcome() instanceof Outcome.Unknown)
                    .anyMatch(event ->
                            event instanceof RunEvent.Sighted sighted && sighted.answered())
                    .noneMatch(event -> event instanceof RunEvent.Rebooted);
        }
    }

    private Runbook runbook() {
        Read<Runbook> read =
                RunbookReader.read(
                        "loss",
                        Map.of(
                                "runbook.yaml",
                                yaml(),
                                "templates/app.conf.ftl",
                                "port \"22\" $HOME \u00e4\n"));
        return switch (read) {
            case Read.Accepted<Runbook> it -> it.value();
            case Read.Refused<Runbook> it -> throw new AssertionError(it.problems().toString());
        };
    }

    private RunEnd run(MemoryJournal journal, RunId id, Plan plan, Path key, RealSshd node)
            throws Exception {
        SshSettings usual = SshSettings.of(folder, Optional.empty(), file -> Optional.empty());
        SshSettings settings =
                new SshSettings(
                        folder,
                        List.of(key),
                        List.of(),
                        Optional.empty(),
                        usual.passphrases(),
                        usual.keepAlive(),
                        usual.connections(),
                        usual.backOff(),
                        usual.largestFetch());
        OutputStore outputs = new OutputStore(folder.resolve("outputs"), Masking.NONE);
        try (SshTransport transport =
                SshTransport.open(settings, plan.inventory()::host, outputs)) {
            Equipment equipment =
                    new Equipment(
                            journal,
                            transport,
                            Clock.systemUTC(),
                            () -> UUID.randomUUID().toString().replace("-", ""),
                            folder.resolve("artifacts"));
            RunOpening opening =
                    new RunOpening(
                            plan,
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            ANNA,
                            Optional.empty(),
                            "test",
                            Set.of());
            Runs runs = new Runs(equipment, Owner.current("anna", Instant.EPOCH), refusal -> {});
            Session session = ((Runs.Start.Started) runs.open(id, opening)).session();
            AtomicReference<Session> answering = new AtomicReference<>(session);
            return session.run((recorded, state) -> {
                if (recorded.event() instanceof RunEvent.GateOpened opened) {
                    answering
                            .get()
                            .submit(
                                    new OperatorCommand.Answer(
                                            opened.gate().id(),
                                            opened.gate().digest(),
                                            "y",
                                            "",
                                            "",
                                            ANNA));
                }
                if (recorded.event() instanceof RunEvent.Sent sent
                        && sent.action().step().value().equals("cut")) {
                    Thread.ofPlatform().daemon().start(() -> cut(node));
                }
            });
        }
    }

    /// Ends the server's side of every connection once the action is at work.
    private void cut(RealSshd node) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(folder.resolve("begun")) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        node.connections().forEach(ProcessHandle::destroyForcibly);
        try {
            Files.writeString(folder.resolve("lost"), "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
