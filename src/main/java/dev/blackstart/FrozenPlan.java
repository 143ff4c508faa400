package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Frozen;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a run that has been before was opened with, read again from the journal.
///
/// @param site the policy it was opened under
record FrozenPlan(Plan plan, Optional<SiteFiles> site) {
    /// Stands for a secret nobody was asked for, where a run is only ended.
    private static final String NOT_ASKED = "not asked for";

    /// @param amended files that take the place of frozen ones, by the names those are kept under
    static FrozenPlan of(
            Journal journal, RunId run, Map<String, Secret> secrets, Map<String, String> amended)
            throws JournalException {
        RunState state = RunState.fold(journal.read(run));
        RunEvent.RunOpened opened = state.opened().orElseThrow();
        if (opened.mode() == Mode.DRILL) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "A drill cannot be resumed, its world is gone; start it again with blackstart"
                            + " drill "
                            + opened.drill().orElse("NAME")
                            + ".");
        }
        Frozen frozen = new Frozen(journal);
        Runbook runbook = frozen.runbook(state, amended);
        Inventory inventory = frozen.inventory(state);
        Map<String, String> given = new LinkedHashMap<>(opened.parameters());
        given.replaceAll((name, text) -> secret(runbook, name) ? NOT_ASKED : text);
        secrets.forEach((name, secret) -> given.put(name, secret.reveal()));
        Parameters parameters = Refusals.accepted(ParameterReader.read(runbook, inventory, given));
        Optional<SiteFiles> site = frozen.policy(state);
        Plan plan =
                new Plan(
                        runbook,
                        inventory,
                        parameters.values(),
                        opened.mode(),
                        SitePolicies.rules(site));
        return new FrozenPlan(plan, site);
    }

    private static boolean secret(Runbook runbook, String name) {
        Parameter parameter = runbook.parameters().get(name);
        return parameter != null && parameter.type() == ParameterType.SECRET;
    }
}
