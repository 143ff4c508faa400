package dev.blackstart.endtoend;

import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunOpening;
import dev.blackstart.engine.Runs;
import dev.blackstart.engine.Session;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Read;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.ssh.SshSettings;
import dev.blackstart.transport.ssh.SshTransport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A process that opens a run, or takes it up again, and carries it on until it is closed; made to
/// be killed. Arguments: the folder, the run's id, and the journal's directory when it is not in
/// the folder. The person in it says yes to approvals, and asks for a new approval where a host
/// says that nothing was started.
public final class CarryOn {
    private static final Person ANNA = new Person("anna");

    private CarryOn() {}

    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        RunId id = new RunId(arguments[1]);
        Plan plan =
                new Plan(
                        accepted(RunbookReader.read(folder.resolve("test"))),
                        accepted(InventoryReader.read(folder.resolve("inventory.yaml"))),
                        Map.of(),
                        Mode.LIVE);
        Path directory = arguments.length > 2 ? Path.of(arguments[2]) : folder.resolve("journal");
        try (SqliteJournal journal = SqliteJournal.open(directory);
                SshTransport transport = transport(folder, plan.inventory())) {
            Runs runs = new Runs(equipment(folder, journal, transport), owner(), refusal -> {});
            Runs.Start start =
                    journal.runs().contains(id)
                            ? runs.resume(id, plan, Map.of(), ANNA, Set.of())
                            : runs.open(id, opening(plan));
            if (start instanceof Runs.Start.Started started) {
                carryOn(started.session());
            }
        }
    }

    private static void carryOn(Session session) {
        System.out.println(
                session.run((recorded, state) -> {
                    if (recorded.event() instanceof RunEvent.GateOpened opened) {
                        session.submit(answer(opened.gate()));
                    }
                }));
    }

    private static OperatorCommand answer(Gate gate) {
        String choice =
                List.of("y", "retry").stream()
                        .filter(key -> gate.choice(key).isPresent())
                        .findFirst()
                        .orElse(gate.fallback());
        return new OperatorCommand.Answer(gate.id(), gate.digest(), choice, "", "", ANNA);
    }

    private static RunOpening opening(Plan plan) {
        return new RunOpening(
                plan, Map.of(), Map.of(), Map.of(), ANNA, Optional.empty(), "test", Set.of());
    }

    private static Owner owner() {
        return Owner.current("anna", Clock.systemUTC().instant());
    }

    static Equipment equipment(Path folder, SqliteJournal journal, SshTransport transport) {
        return new Equipment(
                journal,
                transport,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString().replace("-", ""),
                folder.resolve("artifacts"));
    }

    static SshTransport transport(Path folder, Inventory inventory) {
        SshSettings usual = SshSettings.of(folder, Optional.empty(), file -> Optional.empty());
        SshSettings settings =
                new SshSettings(
                        folder,
                        List.of(folder.resolve("key")),
                        List.of(),
                        Optional.empty(),
                        usual.passphrases(),
                        usual.keepAlive(),
                        usual.connections(),
                        usual.backOff(),
                        usual.largestFetch());
        return SshTransport.open(
                settings,
                inventory::host,
                new OutputStore(folder.resolve("outputs"), Masking.NONE));
    }

    static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }
}
