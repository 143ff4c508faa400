package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Frozen;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Sentences;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.Runs;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.transport.Transport;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Opens and resumes runs on the engine, with the transport that the mode asks for.
final class EngineOperations implements Operations {
    private static final String VERSION = "0.1.0";

    private final Surroundings surroundings;
    private final Transports transports;
    private final SecureRandom random = new SecureRandom();

    EngineOperations(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.transports = new Transports(surroundings);
    }

    @Override
    public Opening open(OpenRequest request, Audience audience) {
        Plan plan =
                new Plan(
                        request.runbook(),
                        request.inventory(),
                        request.parameters().values(),
                        request.mode());
        Transport transport =
                request.drilling()
                        .map(drilling -> transports.in(drilling.world()))
                        .orElseGet(
                                () ->
                                        transports.ssh(
                                                plan.inventory(),
                                                request.parameters().secrets(),
                                                request.places()));
        var opening = new Freezing(request, VERSION).opening(plan);
        return start(
                request.places(),
                transport,
                audience,
                request.by(),
                runs -> runs.open(newId(), opening));
    }

    @Override
    public Opening resume(
            RunId run, Person by, Map<String, Secret> secrets, Places places, Audience audience) {
        Plan plan = frozen(run, places);
        if (plan.mode() == Mode.DRILL) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The world of drill run "
                            + run
                            + " ended with the process that made it; blackstart drill starts a new one.");
        }
        Transport transport = transports.ssh(plan.inventory(), secrets, places);
        return start(
                places, transport, audience, by, runs -> runs.resume(run, plan, secrets, by));
    }

    private Plan frozen(RunId run, Places places) {
        try (Journal journal = SqliteJournal.open(places.journal())) {
            RunState state = RunState.fold(journal.read(run));
            Frozen frozen = new Frozen(journal);
            Runbook runbook = frozen.runbook(state);
            Inventory inventory = frozen.inventory(state);
            Mode mode = state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE);
            return new Plan(runbook, inventory, frozen.parameters(state), mode);
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }

    private interface Starting {
        Runs.Start on(Runs runs) throws JournalException;
    }

    private Opening start(
            Places places, Transport transport, Audience audience, Person by, Starting starting) {
        try {
            Journal journal = SqliteJournal.open(places.journal());
            Equipment equipment =
                    new Equipment(
                            journal,
                            transport,
                            surroundings.clock(),
                            this::nonce,
                            places.journal().resolve("artifacts"));
            Owner owner = Owner.current(by.name(), surroundings.clock().instant());
            Runs runs = new Runs(equipment, owner, List.of(audience.watcher()), audience.refusals());
            return switch (starting.on(runs)) {
                case Runs.Start.Started started ->
                        new Opening.Opened(
                                new EngineSession(started.session(), transport, journal));
                case Runs.Start.Held held -> {
                    transport.close();
                    journal.close();
                    yield new Opening.Held(held.owner());
                }
                case Runs.Start.Ended ended ->
                        throw new CannotGoOn(
                                ExitCode.REFUSED,
                                "The run is closed already (" + ended.closed().verdict().word() + ").");
            };
        } catch (JournalException e) {
            transport.close();
            throw Sentences.journal(e);
        }
    }

    private RunId newId() {
        return RunId.of(surroundings.clock().millis(), random.nextLong(), random.nextLong());
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public DrillWorld world(Drill drill, Places places) {
        return transports.world(drill, places);
    }
}
