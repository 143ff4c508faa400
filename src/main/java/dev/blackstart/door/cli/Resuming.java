package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.engine.RunAmendment;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes an existing run up again, to go on with it or to end it.
final class Resuming {
    private final Surroundings surroundings;
    private final Ports ports;
    private final SharedOptions shared;
    private List<String> outcomes = List.of();

    Resuming(Surroundings surroundings, Ports ports, SharedOptions shared) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.shared = shared;
    }

    /// @param words outcomes that its person carries over
    void carrying(List<String> words) {
        outcomes = List.copyOf(words);
    }

    /// @param carried does a living process carry it out?
    record Found(RunId id, RunState state, Plan plan, Map<String, String> texts, boolean carried) {
        Runbook runbook() {
            return plan.runbook();
        }

        boolean drill() {
            return state.opened().filter(opened -> opened.mode() == Mode.DRILL).isPresent();
        }

        String prefix() {
            return drill() ? DrillOpening.PREFIX : "";
        }
    }

    /// @param yes take the gates of somebody else without asking
    int resume(String wanted, InputOptions inputs, HostOptions hosts, boolean yes) {
        return resume(
                wanted,
                inputs,
                hosts,
                yes,
                (found, secrets, places, audience) ->
                        ports.operations()
                                .resume(found, surroundings.person(), secrets, places, audience));
    }

    /// @param reason for the record
    int takeOver(String wanted, InputOptions inputs, HostOptions hosts, String reason) {
        return resume(
                wanted,
                inputs,
                hosts,
                true,
                (found, secrets, places, audience) ->
                        ports.operations()
                                .takeOver(
                                        found,
                                        surroundings.person(),
                                        secrets,
                                        places,
                                        audience,
                                        reason));
    }

    private interface How {
        Operations.Opening open(
                RunId run,
                Map<String, Secret> secrets,
                Places places,
                Operations.Audience audience);
    }

    private int resume(
            String wanted, InputOptions inputs, HostOptions hosts, boolean yes, How how) {
        Places places = new Setting(surroundings, shared).places(hosts);
        Found found = open(places, wanted, "resume");
        Map<String, Secret> secrets = new Inputs(surroundings, inputs).secrets(found.runbook());
        if (!found.drill()) {
            new ChangedSince(new Shelf(places))
                    .of(found.runbook().name().value(), found.texts())
                    .ifPresent(it -> surroundings.say(surroundings.complaints(), it));
        }
        try (Front front = front(found, places)) {
            HandChange change = agreed(found, front, yes);
            carryOver(found.id());
            return front.carry(
                    found.plan(),
                    front.answerer(false),
                    audience -> told(change, how.open(found.id(), secrets, places, audience)));
        }
    }

    private void carryOver(RunId run) {
        if (!outcomes.isEmpty()) {
            ports.operations().carryOver(run, outcomes, surroundings.person());
        }
    }

    /// A run that a living process carries out is refused anyway.
    HandChange agreed(Found found, Front front, boolean yes) {
        HandChange change =
                new HandChange(
                        found.id(),
                        found.state(),
                        surroundings.person(),
                        front.screen(),
                        shared.json());
        if (yes || !found.carried()) {
            change.heading();
        }
        if (!yes && !found.carried()) {
            change.agreed(surroundings.streams().terminal() && !shared.json());
        }
        return change;
    }

    private static Operations.Opening told(HandChange change, Operations.Opening opening) {
        if (opening instanceof Operations.Opening.Opened) {
            change.done();
        }
        return opening;
    }

    /// @param files changed files of the run's runbook
    /// @param yes as for `resume`
    int amend(
            String wanted, List<Path> files, InputOptions inputs, HostOptions hosts, boolean yes) {
        Places places = new Setting(surroundings, shared).places(hosts);
        Found found = open(places, wanted, "resume");
        RunAmendment amendment = new Amending(found.state(), found.texts()).of(files);
        Map<String, Secret> secrets = new Inputs(surroundings, inputs).secrets(found.runbook());
        try (Front front = front(found, places)) {
            HandChange change = agreed(found, front, yes);
            carryOver(found.id());
            Amending.agreed(
                    amendment, front.screen(), surroundings.streams().terminal() && !shared.json());
            return front.carry(
                    amended(places, found, amendment),
                    front.answerer(false),
                    audience ->
                            told(
                                    change,
                                    ports.operations()
                                            .amend(
                                                    found.id(),
                                                    amendment,
                                                    surroundings.person(),
                                                    secrets,
                                                    places,
                                                    audience)));
        }
    }

    private Plan amended(Places places, Found found, RunAmendment amendment) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            return new Plan(
                    archive.runbook(found.state(), amendment.files()),
                    found.plan().inventory(),
                    found.plan().parameters(),
                    found.plan().mode(),
                    found.plan().site());
        }
    }

    Front front(Found found, Places places) {
        return new Front(
                surroundings,
                shared,
                new Reports(surroundings, ports.journals(), places),
                found.prefix());
    }

    /// A run that nobody carries out is ended here; else its process is asked to end it.
    int abort(Places places, String wanted, Ending ending) {
        Found found = open(places, wanted, "abort");
        String reason = agreed(places, found, ending);
        if (ports.journals().elsewhere()) {
            return ask(places, found.id(), reason);
        }
        if (found.drill()) {
            return drill(places, found.id(), reason);
        }
        int code;
        try (Front front = front(found, places)) {
            code =
                    front.carry(
                            found.plan(),
                            gate -> new OperatorCommand.Stop(surroundings.person(), reason),
                            audience -> ended(found, reason, places, audience),
                            owner -> ask(places, found.id(), reason));
        }
        return code == ExitCode.WAITING.number() ? ExitCode.DONE.number() : code;
    }

    /// While a person thought about it, the gates may have changed hands or the run may have
    /// closed.
    private String agreed(Places places, Found found, Ending ending) {
        String reason;
        try (Archive archive = Archive.open(ports.journals(), places)) {
            reason = ending.agreed(archive, found.id(), found.state());
        }
        Optional<Person> now = open(places, found.id().value(), "abort").state().wheel().holder();
        if (!now.equals(found.state().wheel().holder())) {
            throw new CannotGoOn(
                    ExitCode.NOT_ALLOWED,
                    "Nothing was ended: %s has taken the gates meanwhile; look again."
                            .formatted(Escaped.line(now.map(Person::name).orElse("nobody"), 32)));
        }
        return reason;
    }

    /// A drill that was left has no world to go on in: its journal is closed.
    private int drill(Places places, RunId run, String reason) {
        RunEvent.StopRequested stop = new RunEvent.StopRequested(surroundings.person(), reason);
        Optional<Owner> held =
                new DrillEnd(surroundings, ports.journals(), places)
                        .close(run, Optional.of(stop), reason);
        if (held.isPresent()) {
            return ask(places, run, reason);
        }
        surroundings
                .words()
                .println("Drill " + run + " is closed (stopped); its world has ended before.");
        return ExitCode.DONE.number();
    }

    private Operations.Opening ended(
            Found found, String reason, Places places, Operations.Audience audience) {
        Operations.Opening opening =
                ports.operations().takeUpToEnd(found.id(), surroundings.person(), places, audience);
        if (opening instanceof Operations.Opening.Opened opened) {
            opened.session().submit(new OperatorCommand.Stop(surroundings.person(), reason));
        }
        return opening;
    }

    private int ask(Places places, RunId run, String reason) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            archive.request(run, stopping(reason));
        }
        surroundings
                .words()
                .println(
                        "Asked the process that carries "
                                + run
                                + " out to stop; blackstart runs shows it.");
        return ExitCode.DONE.number();
    }

    private Request stopping(String reason) {
        return Posted.of(new OperatorCommand.Stop(surroundings.person(), reason)).orElseThrow();
    }

    Found open(Places places, String wanted, String verb) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            RunId id =
                    archive.open(
                            wanted,
                            verb,
                            surroundings.clock().instant(),
                            new Printed(surroundings, shared).columns());
            RunState state = RunState.fold(archive.events(id));
            if (state.closed().isPresent()) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "Run "
                                + id
                                + " is closed ("
                                + Standing.of(state)
                                + "); blackstart report "
                                + id
                                + " shows what happened.");
            }
            return new Found(
                    id,
                    state,
                    archive.plan(state),
                    archive.texts(state),
                    archive.owner(id).isPresent());
        }
    }
}
