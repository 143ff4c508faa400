package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Mode;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Escaped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens a closed run again to repay its loans in front of a person.
final class Repaying {
    private final Surroundings surroundings;
    private final Ports ports;
    private final SharedOptions shared;

    Repaying(Surroundings surroundings, Ports ports, SharedOptions shared) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.shared = shared;
    }

    record Found(RunId id, Plan plan, Optional<StepId> step) {}

    /// Carries the repaying out, here or elsewhere.
    @FunctionalInterface
    interface Carrying {
        /// @return the exit code
        int carry(Found found, Map<String, Secret> secrets);
    }

    int repay(Places places, String wanted, String step, InputOptions inputs) {
        return repay(
                places, wanted, step, inputs, (found, secrets) -> here(found, secrets, places));
    }

    /// What is still owed afterwards is no success, however the run itself had ended.
    int repay(Places places, String wanted, String step, InputOptions inputs, Carrying carrying) {
        Found found = find(places, wanted, step);
        int code =
                carrying.carry(
                        found, new Inputs(surroundings, inputs).secrets(found.plan().runbook()));
        try (Archive archive = Archive.open(ports.journals(), places)) {
            RunState state = RunState.fold(archive.events(found.id()));
            if (state.closed().isPresent() && owed(state, found.step()).isEmpty()) {
                return ExitCode.DONE.number();
            }
        }
        return code == ExitCode.DONE.number() ? ExitCode.BROKEN.number() : code;
    }

    private int here(Found found, Map<String, Secret> secrets, Places places) {
        Reports reports = new Reports(surroundings, ports.journals(), places);
        try (Front front = new Front(surroundings, shared, reports, "")) {
            return front.carry(
                    found.plan(),
                    front.answerer(false),
                    audience ->
                            ports.operations()
                                    .repay(
                                            found.id(),
                                            found.step(),
                                            surroundings.person(),
                                            secrets,
                                            places,
                                            audience));
        }
    }

    private static List<OpenLoan> owed(RunState state, Optional<StepId> step) {
        return state.loans().open().stream()
                .filter(loan -> step.map(loan.step()::equals).orElse(true))
                .toList();
    }

    /// The world of a drill is gone, and with it what was lent there.
    private static RunId newestThatOwes(Archive archive, String step) {
        List<RunState> owing =
                archive.states(JournalView.Kind.INDEBTED).stream()
                        .filter(state -> !owed(state, Optional.empty()).isEmpty())
                        .filter(state ->
                                state.opened().filter(it -> it.mode() != Mode.DRILL).isPresent())
                        .toList();
        return owing.stream()
                .filter(state -> owes(state, step))
                .findFirst()
                .or(() -> owing.stream().findFirst())
                .flatMap(RunState::opened)
                .map(RunEvent.RunOpened::run)
                .orElseThrow(() ->
                        new CannotGoOn(
                                ExitCode.REFUSED,
                                "No run owes anything (drills are not counted); blackstart loans"
                                        + " shows what is owed."));
    }

    private static boolean owes(RunState state, String step) {
        return step.isEmpty()
                || owed(state, Optional.empty()).stream()
                        .anyMatch(loan -> loan.step().value().equals(step));
    }

    private Found find(Places places, String wanted, String step) {
        try (Archive archive = Archive.open(ports.journals(), places)) {
            RunId id = wanted.equals("last") ? newestThatOwes(archive, step) : archive.find(wanted);
            RunState state = RunState.fold(archive.events(id));
            Optional<StepId> only =
                    owed(state, Optional.empty()).stream()
                            .map(OpenLoan::step)
                            .filter(lent -> lent.value().equals(step))
                            .findFirst();
            if (owed(state, Optional.empty()).isEmpty() || !step.isEmpty() && only.isEmpty()) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "Run %s owes nothing%s; blackstart loans shows what is owed."
                                .formatted(
                                        id,
                                        step.isEmpty()
                                                ? ""
                                                : " of step " + Escaped.line(step, 64)));
            }
            return new Found(id, archive.plan(state), only);
        }
    }
}
