package dev.blackstart.proof.honest;

import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.engine.RunOpening;
import dev.blackstart.engine.Runs;
import dev.blackstart.engine.Session;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.ssh.SshSettings;
import dev.blackstart.transport.ssh.SshTransport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// Some hosts, and the runs on them one after the other: real journal, engine and transport.
final class Lane implements AutoCloseable {
    private static final int THINKING_MILLIS = 500;
    private static final int SESSIONS = 64;
    private static final long LARGEST_FETCH = 1 << 20;

    private final Path folder;
    private final Path key;
    private final Inventory inventory;
    private final Runbook runbook;
    private final SqliteJournal journal;
    private final UnaryOperator<Transport> between;
    private final ScheduledExecutorService clock;

    /// What a run left behind.
    record Story(RunEnd end, List<Recorded> events, Crew crew) {}

    /// @param key private key that the hosts let in
    /// @param between puts something between engine and transport
    Lane(
            Path folder,
            Path key,
            List<Host> hosts,
            String yaml,
            UnaryOperator<Transport> between,
            ScheduledExecutorService clock)
            throws Exception {
        this.folder = folder;
        this.key = key;
        this.inventory = inventory(hosts);
        this.runbook = accepted(RunbookReader.read("honest", Map.of("runbook.yaml", yaml)));
        this.journal = SqliteJournal.open(folder.resolve("journal"));
        this.between = between;
        this.clock = clock;
    }

    private static Inventory inventory(List<Host> hosts) {
        Map<HostName, Host> named = new LinkedHashMap<>();
        hosts.forEach(host -> named.put(host.name(), host));
        Group nodes = new Group("nodes", List.copyOf(named.keySet()), false);
        return new Inventory(named, Map.of("nodes", nodes), Map.of());
    }

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    /// @param strikes what happens to each host
    Story run(long number, Map<HostName, Strike> strikes) throws Exception {
        Parameters parameters =
                accepted(
                        ParameterReader.read(
                                runbook, inventory, Map.of("n", Long.toString(number))));
        Plan plan = new Plan(runbook, inventory, parameters.values(), Mode.LIVE);
        RunId id = RunId.of(Clock.systemUTC().millis(), number, folder.hashCode());
        Crew crew = new Crew();
        try (Transport transport = between.apply(transport())) {
            Runs runs =
                    new Runs(
                            equipment(transport),
                            Owner.current("anna", Clock.systemUTC().instant()),
                            refusal -> {});
            RunEnd end;
            try (Session session = ((Runs.Start.Started) runs.open(id, opening(plan))).session()) {
                end =
                        session.run((recorded, state) -> {
                            tell(recorded.event(), strikes);
                            if (recorded.event() instanceof RunEvent.GateOpened opened) {
                                OperatorCommand answer = crew.answer(opened.gate(), state);
                                int wait = Crew.waits(opened.gate(), state) ? THINKING_MILLIS : 0;
                                ScheduledFuture<?> _ =
                                        clock.schedule(
                                                () -> session.submit(answer),
                                                wait,
                                                TimeUnit.MILLISECONDS);
                            }
                        });
            }
            return new Story(end, journal.read(id), crew);
        }
    }

    private static void tell(RunEvent event, Map<HostName, Strike> strikes) {
        switch (event) {
            case RunEvent.Dispatched it when it.purpose() == Purpose.ACT ->
                    strikes.get(it.action().host()).intended();
            case RunEvent.Sent it when it.purpose() == Purpose.ACT ->
                    strikes.get(it.action().host()).sent();
            case RunEvent.Ended it when it.purpose() == Purpose.ACT ->
                    strikes.get(it.action().host()).over();
            default -> {}
        }
    }

    private static RunOpening opening(Plan plan) {
        return new RunOpening(
                plan, Map.of(), Map.of(), Map.of(), Crew.ANNA, Optional.empty(), "test", Set.of());
    }

    private Equipment equipment(Transport transport) {
        return new Equipment(
                journal,
                transport,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString().replace("-", ""),
                folder.resolve("artifacts"));
    }

    private Transport transport() {
        SshSettings settings =
                new SshSettings(
                        folder,
                        List.of(key),
                        List.of(),
                        Optional.empty(),
                        file -> Optional.empty(),
                        Duration.ofSeconds(1),
                        SESSIONS,
                        Duration.ofMillis(250),
                        LARGEST_FETCH);
        return SshTransport.open(
                settings,
                inventory::host,
                new OutputStore(folder.resolve("outputs"), Masking.NONE));
    }

    @Override
    public void close() {
        journal.close();
    }
}
