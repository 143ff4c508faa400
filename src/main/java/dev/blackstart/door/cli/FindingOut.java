package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import java.util.List;
import java.util.Map;

/// Takes a run up to find out what is unknown in it, in front of a person.
final class FindingOut {
    private final Surroundings surroundings;
    private final Ports ports;
    private final SharedOptions shared;

    FindingOut(Surroundings surroundings, Ports ports, SharedOptions shared) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.shared = shared;
    }

    record Found(RunId id, Plan plan) {}

    /// A run that stands still with something unknown in it has an outcome that is not known,
    /// whatever else it waits for.
    int reconcile(String wanted, InputOptions inputs, HostOptions hosts) {
        Places places = new Setting(surroundings, shared).places(hosts);
        Found found = find(places, wanted);
        Map<String, Secret> secrets =
                new Inputs(surroundings, inputs).secrets(found.plan().runbook());
        Reports reports = new Reports(surroundings, ports.journals(), places);
        int code;
        try (Front front = new Front(surroundings, shared, reports, "")) {
            code =
                    front.carry(
                            found.plan(),
                            front.answerer(false),
                            audience ->
                                    ports.operations()
                                            .reconcile(
                                                    found.id(),
                                                    surroundings.person(),
                                                    secrets,
                                                    places,
                                                    audience));
        }
        return code == ExitCode.WAITING.number() && unknown(places, found.id())
                ? ExitCode.UNDECIDED.number()
                : code;
    }

    private boolean unknown(Places places, RunId run) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            return unknown(RunState.fold(archive.events(run)));
        }
    }

    private static boolean unknown(RunState state) {
        return !state.actions().unknown().isEmpty()
                || state.actions().anyInFlight()
                || state.closed().filter(it -> !it.unknown().isEmpty()).isPresent();
    }

    Found find(Places places, String wanted) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            RunId id = wanted.isEmpty() ? only(archive) : archive.find(wanted);
            RunState state = RunState.fold(archive.events(id));
            if (!unknown(state)) {
                throw new CannotGoOn(
                        standing(state),
                        "Nothing is unknown in run %s; blackstart report %s shows what happened."
                                .formatted(id, id));
            }
            return new Found(id, archive.plan(state));
        }
    }

    /// The code of a run with nothing unknown in it, found so now or before.
    private static ExitCode standing(RunState state) {
        return state.closed().map(it -> ExitCode.of(it.verdict())).orElse(ExitCode.WAITING);
    }

    private static RunId only(Archive archive) {
        List<RunId> unknown =
                archive.states(JournalView.Kind.UNKNOWN).stream()
                        .filter(FindingOut::unknown)
                        .flatMap(state -> state.opened().stream())
                        .filter(opened -> opened.mode() != Mode.DRILL)
                        .map(RunEvent.RunOpened::run)
                        .toList();
        if (unknown.size() == 1) {
            return unknown.getFirst();
        }
        if (unknown.isEmpty()) {
            archive.refuseUnreadable();
            throw new CannotGoOn(
                    ExitCode.DONE,
                    "Nothing is unknown in any run (drills are not counted); blackstart runs shows all.");
        }
        throw new CannotGoOn(
                ExitCode.REFUSED,
                "Something is unknown in %d runs; name the one that is meant: blackstart reconcile RUN."
                        .formatted(unknown.size()));
    }
}
