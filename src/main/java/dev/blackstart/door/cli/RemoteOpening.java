package dev.blackstart.door.cli;

import dev.blackstart.drill.DrillScore;
import dev.blackstart.remote.RemoteOrder;
import dev.blackstart.remote.RemoteService;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
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
        RunId run = started(order(runbook, mode, inputs, secrets, false), leave);
        return leave ? ExitCode.DONE.number() : attaching().follow(run, yes);
    }

    /// @param auto the drill file's own operator answers
    int drill(String name, InputOptions inputs, boolean auto) {
        List<String> wanted =
                service.drills().stream()
                        .filter(it -> it.name().equals(name) || it.runbook().equals(name))
                        .findFirst()
                        .map(it -> service.secrets(it.runbook()))
                        .orElseGet(List::of);
        RunId run = started(order(name, Mode.DRILL, inputs, secrets(inputs, wanted), auto), false);
        return scored(run, attaching().follow(run, false));
    }

    /// What the drill expected, as after one on this machine; one that was left expects nothing
    /// yet.
    private int scored(RunId run, int code) {
        DrillScore score =
                new DrillScore(
                        service.expected(run).stream()
                                .map(it -> new DrillScore.Expectation(it.words(), it.held()))
                                .toList());
        if (score.expectations().isEmpty()) {
            return code;
        }
        Reports reports = new Reports(at.surroundings(), at.ports().journals(), at.places());
        try (Front front = new Front(at.surroundings(), shared, reports, DrillOpening.PREFIX)) {
            front.screen().print(score.lines());
        }
        return (score.held() ? ExitCode.DONE : ExitCode.BROKEN).number();
    }

    private static RemoteOrder order(
            String name,
            Mode mode,
            InputOptions inputs,
            Map<String, Secret> secrets,
            boolean scripted) {
        return new RemoteOrder(
                name, mode.name().toLowerCase(Locale.ROOT), inputs.parameters, secrets, scripted);
    }

    private Map<String, Secret> secrets(InputOptions inputs, List<String> wanted) {
        return new Inputs(at.surroundings(), inputs).secrets(wanted);
    }

    private RunId started(RemoteOrder order, boolean leave) {
        RunId run = service.start(order, UUID.randomUUID().toString());
        say(
                leave
                        ? "The service at %s carries run %s out; blackstart attach %s shows it."
                                .formatted(service.address(), run, run)
                        : "The service at %s carries this out as run %s; Ctrl-C leaves, and changes nothing in it."
                                .formatted(service.address(), run));
        return run;
    }

    private Attaching attaching() {
        return new Attaching(at.surroundings(), at.ports(), shared, at.places());
    }

    /// @param yes take the gates of somebody else without asking
    int resume(String wanted, InputOptions inputs, boolean yes) {
        Resuming resuming = new Resuming(at.surroundings(), at.ports(), shared);
        Resuming.Found found = resuming.open(at.places(), wanted, "resume");
        Map<String, Secret> secrets =
                new Inputs(at.surroundings(), inputs).secrets(found.runbook());
        try (Front front = resuming.front(found, at.places())) {
            HandChange change = resuming.agreed(found, front, yes);
            service.resume(found.id(), secrets);
            change.done();
        }
        return attaching().follow(found.id(), false);
    }

    int reconcile(String wanted, InputOptions inputs) {
        FindingOut.Found found =
                new FindingOut(at.surroundings(), at.ports(), shared).find(at.places(), wanted);
        service.reconcile(
                found.id(), new Inputs(at.surroundings(), inputs).secrets(found.plan().runbook()));
        return attaching().follow(found.id(), false);
    }

    /// @param step the only step whose loans are meant; empty for all
    int repay(String wanted, String step, InputOptions inputs) {
        return new Repaying(at.surroundings(), at.ports(), shared)
                .repay(
                        at.places(),
                        wanted,
                        step,
                        inputs,
                        (found, secrets) -> {
                            service.repay(found.id(), found.step(), secrets);
                            return attaching().follow(found.id(), false);
                        });
    }

    private void say(String sentence) {
        if (!shared.json()) {
            at.surroundings().say(at.surroundings().words(), shared.steps().in(sentence));
        }
    }
}
