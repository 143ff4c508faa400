package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.remote.RemoteService;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Has a service carry a run out, and watches it from here; its gates are answered here, too.
final class RemoteOpening {
    private final Standpoint at;
    private final RemoteService service;
    private final SharedOptions shared;

    RemoteOpening(Standpoint at, SharedOptions shared) {
        this.at = at;
        this.service = at.service().orElseThrow();
        this.shared = shared;
    }

    /// @param yes approves what merely mutates, from here
    /// @param leave says which run it is and watches nothing
    int run(String runbook, Mode mode, InputOptions inputs, boolean yes, boolean leave) {
        Map<String, Secret> secrets = secrets(inputs, service.secrets(runbook));
        return started(order(runbook, mode, inputs, secrets, false), yes, leave);
    }

    /// @param auto the drill file's own operator answers
    int drill(String name, InputOptions inputs, boolean auto) {
        List<String> wanted =
                service.runbookOf(name).map(service::secrets).orElseGet(() -> List.of());
        return started(
                order(name, Mode.DRILL, inputs, secrets(inputs, wanted), auto), false, false);
    }

    private static RemoteService.Order order(
            String name,
            Mode mode,
            InputOptions inputs,
            Map<String, Secret> secrets,
            boolean scripted) {
        return new RemoteService.Order(
                name, mode.name().toLowerCase(Locale.ROOT), inputs.parameters, secrets, scripted);
    }

    private Map<String, Secret> secrets(InputOptions inputs, List<String> wanted) {
        return new Inputs(at.surroundings(), inputs).secrets(wanted);
    }

    private int started(RemoteService.Order order, boolean yes, boolean leave) {
        RunId run = service.start(order, UUID.randomUUID().toString());
        say(
                leave
                        ? "The service at %s carries run %s out; blackstart attach %s shows it."
                                .formatted(service.address(), run, run)
                        : "The service at %s carries this out as run %s; Ctrl-C leaves, and changes nothing in it."
                                .formatted(service.address(), run));
        return leave ? ExitCode.DONE.number() : attaching().follow(run, yes);
    }

    private Attaching attaching() {
        return new Attaching(at.surroundings(), at.ports(), shared, at.places());
    }

    /// @param yes take the gates of somebody else without asking
    int resume(String wanted, InputOptions inputs, boolean yes) {
        RunId run = only(wanted, "resume", JournalView.Kind.OPEN);
        Map<String, Secret> secrets = asked(run, inputs, yes);
        service.resume(run, secrets);
        return attaching().follow(run, false);
    }

    private Map<String, Secret> asked(RunId run, InputOptions inputs, boolean yes) {
        Surroundings surroundings = at.surroundings();
        Reports reports = new Reports(surroundings, at.ports().journals(), at.places());
        try (Archive archive = Archive.open(at.ports().journals(), at.places());
                Front front = new Front(surroundings, shared, reports, "")) {
            RunState state = RunState.fold(archive.events(run));
            if (archive.owner(run).isEmpty() && state.closed().isEmpty()) {
                HandChange change =
                        new HandChange(
                                run, state, surroundings.person(), front.screen(), shared.json());
                if (!yes) {
                    change.agreed(surroundings.streams().terminal() && !shared.json());
                }
            }
            return new Inputs(surroundings, inputs).secrets(archive.runbook(state));
        }
    }

    int reconcile(String wanted, InputOptions inputs) {
        RunId run = only(wanted, "reconcile", JournalView.Kind.UNKNOWN);
        Map<String, Secret> secrets;
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            RunState state = RunState.fold(archive.events(run));
            secrets = new Inputs(at.surroundings(), inputs).secrets(archive.runbook(state));
        }
        service.reconcile(run, secrets);
        return attaching().follow(run, false);
    }

    private RunId only(String wanted, String verb, JournalView.Kind kind) {
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            return switch (kind) {
                case UNKNOWN -> FindingOut.one(archive, wanted);
                case OPEN, INDEBTED ->
                        archive.open(
                                wanted,
                                verb,
                                at.surroundings().clock().instant(),
                                new Printed(at.surroundings(), shared).columns());
            };
        }
    }

    private void say(String sentence) {
        if (!shared.json()) {
            at.surroundings().say(at.surroundings().words(), shared.steps().in(sentence));
        }
    }
}
