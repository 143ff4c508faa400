package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.engine.RunOpening;
import dev.blackstart.engine.Runs;
import dev.blackstart.engine.Session;
import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Gate;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.ssh.SshSettings;
import dev.blackstart.transport.ssh.SshTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
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

/// The shipped `store-frozen` runbook on three real OpenSSH servers and a real etcd that is frozen
/// on its log pipe: diagnosed, the reboot refused, drained, snapshotted, healthy again.
class RealHostsTest {
    private static final Person ANNA = new Person("anna");
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "drain_log_pipe", "y",
                    "store_snapshot", "y",
                    "restart_control_plane", "skip",
                    "tell_people", "done");

    @TempDir Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void recoversARealFrozenStoreOverRealSsh() throws Exception {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        Path open = Keygen.publicPart(key);
        try (FrozenEtcd etcd = FrozenEtcd.start(folder.resolve("etcd"));
                RealSshd cp1 = RealSshd.start(folder.resolve("cp1"), open);
                RealSshd cp2 = RealSshd.start(folder.resolve("cp2"), open);
                RealSshd ops1 = RealSshd.start(folder.resolve("ops1"), open);
                SqliteJournal journal = SqliteJournal.open(folder.resolve("journal"))) {
            Plan plan = plan(etcd, inventory(cp1, cp2, ops1));
            RunId id = RunId.of(Clock.systemUTC().millis(), 7, 7);
            try {
                RunEnd end = recover(journal, id, plan, key);
                RunState state = RunState.fold(journal.read(id));
                assertThat(end)
                        .as("%s", state.closed())
                        .isEqualTo(new RunEnd.Closed(Verdict.PARTIAL)); // a step was skipped
                assertThat(verdict(state, "cluster_is_cause"))
                        .isEqualTo(HypothesisVerdict.CONFIRMED);
                assertThat(verdict(state, "gateway_is_cause")).isEqualTo(HypothesisVerdict.REFUTED);
                assertThat(outcome(state, "reboot_gateway")).isEqualTo(StepOutcome.REFUSED);
                assertThat(outcome(state, "drain_log_pipe")).isEqualTo(StepOutcome.SUCCEEDED);
                snapshotIsWhole(state);
                goesOnDraining(etcd);
                assertThat(journal.audit().intact()).isTrue();
            } finally {
                endDrains();
            }
        }
    }

    private RunEnd recover(SqliteJournal journal, RunId id, Plan plan, Path key) throws Exception {
        try (SshTransport transport =
                SshTransport.open(
                        settings(key),
                        plan.inventory()::host,
                        new OutputStore(folder.resolve("outputs"), Masking.NONE))) {
            Equipment equipment =
                    new Equipment(
                            journal,
                            transport,
                            Clock.systemUTC(),
                            () -> UUID.randomUUID().toString().replace("-", ""),
                            folder.resolve("artifacts"));
            Runs runs = new Runs(equipment, Owner.current("anna", Instant.EPOCH), refusal -> {});
            Map<String, String> files = new LinkedHashMap<>();
            plan.runbook().files().forEach((path, text) -> files.put("runbook/" + path, text));
            RunOpening opening =
                    new RunOpening(
                            plan,
                            Map.of(),
                            files,
                            Map.of(),
                            ANNA,
                            Optional.empty(),
                            "test",
                            Set.of());
            Session session = ((Runs.Start.Started) runs.open(id, opening)).session();
            AtomicReference<Session> answering = new AtomicReference<>(session);
            return session.run((recorded, state) -> {
                if (recorded.event() instanceof RunEvent.GateOpened opened) {
                    answering.get().submit(answer(opened.gate()));
                }
            });
        }
    }

    private static OperatorCommand answer(Gate gate) {
        String wanted = ANSWERS.getOrDefault(gate.step().value(), gate.fallback());
        String choice = gate.choice(wanted).isPresent() ? wanted : gate.fallback();
        return new OperatorCommand.Answer(gate.id(), gate.digest(), choice, "", "", ANNA);
    }

    private SshSettings settings(Path key) {
        SshSettings usual = SshSettings.of(folder, Optional.empty(), file -> Optional.empty());
        return new SshSettings(
                folder,
                List.of(key),
                List.of(),
                Optional.empty(),
                usual.passphrases(),
                usual.keepAlive(),
                usual.connections(),
                usual.backOff(),
                usual.largestFetch());
    }

    /// The gateway answers on loopback; nothing could reach it over SSH, whatever went wrong.
    private Inventory inventory(RealSshd cp1, RealSshd cp2, RealSshd ops1) {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        for (Host host : List.of(cp1.host("cp1"), cp2.host("cp2"), ops1.host("ops1"))) {
            hosts.put(host.name(), withArtifacts(host));
        }
        HostName gateway = new HostName("gateway1");
        hosts.put(
                gateway,
                new Host(
                        gateway,
                        new Address("127.0.0.1", true),
                        1,
                        "nobody",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Reach.SSH,
                        Map.of()));
        return new Inventory(
                hosts,
                Map.of(
                        "nodes", group("nodes", "cp1", "cp2"),
                        "control_plane", group("control_plane", "cp1"),
                        "gateways", group("gateways", "gateway1"),
                        "vantage", group("vantage", "ops1")),
                Map.of());
    }

    private Host withArtifacts(Host host) {
        return new Host(
                host.name(),
                host.address(),
                host.port(),
                host.user(),
                host.hostKey(),
                host.jump(),
                host.identity(),
                host.reach(),
                Map.of("artifact_dir", folder.toString()));
    }

    private static Group group(String name, String... hosts) {
        return new Group(name, List.of(hosts).stream().map(HostName::new).toList(), false);
    }

    private Plan plan(FrozenEtcd etcd, Inventory inventory) {
        Runbook runbook = accepted(RunbookReader.read(Path.of("runbooks/store-frozen")));
        Parameters parameters =
                accepted(
                        ParameterReader.read(
                                runbook,
                                inventory,
                                Map.of(
                                        "gateway",
                                        "127.0.0.1",
                                        "neighbour",
                                        "127.0.0.1",
                                        "store_endpoint",
                                        etcd.endpoint(),
                                        "drain_dir",
                                        folder.resolve("drains").toString())));
        return new Plan(runbook, inventory, parameters.values(), Mode.LIVE);
    }

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static HypothesisVerdict verdict(RunState state, String name) {
        return ((RunEvent.Established)
                        state.established(new HypothesisName(name)).orElseThrow().event())
                .verdict();
    }

    private static StepOutcome outcome(RunState state, String step) {
        return state.settled(new StepId(step)).orElseThrow().outcome();
    }

    private void snapshotIsWhole(RunState state) throws Exception {
        try (var copies = Files.walk(folder.resolve("artifacts"))) {
            List<Path> files = copies.filter(Files::isRegularFile).toList();
            assertThat(files).hasSize(1);
            assertThat(
                            FrozenEtcd.status(
                                    "ETCDCTL_API=3 etcdctl snapshot status " + files.getFirst()))
                    .isZero();
        }
        assertThat(outcome(state, "store_snapshot")).isEqualTo(StepOutcome.SUCCEEDED);
    }

    /// Far more log than the pipe holds: a reader that had stopped would freeze it again.
    private static void goesOnDraining(FrozenEtcd etcd) throws Exception {
        for (int i = 0; i < 40; i++) {
            assertThat(etcd.healthy()).isTrue();
        }
    }

    /// The drains go on by design; they are ended by the process ids they noted.
    private void endDrains() throws IOException {
        Path drains = folder.resolve("drains");
        if (!Files.isDirectory(drains)) {
            return;
        }
        try (var notes = Files.list(drains)) {
            for (Path note : notes.filter(f -> f.toString().endsWith(".drain")).toList()) {
                ProcessHandle.of(Long.parseLong(Files.readString(note).strip()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
