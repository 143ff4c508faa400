package dev.blackstart.service;

import dev.blackstart.engine.Watcher;
import dev.blackstart.policy.Policy;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import java.util.Map;
import java.util.Optional;

/// Opens runs and takes them up, with the same journal, locks and gates as the command line. What
/// goes wrong before a run is open is thrown as a `Refusal`.
public interface Carrier {
    /// @param watcher hears of every event, as the engine's does
    Carried open(Ready ready, Watcher watcher);

    /// @param secrets values of the run's secret parameters
    Carried resume(RunId run, Person by, Map<String, Secret> secrets, Watcher watcher);

    /// Takes a run up, or opens a closed one again, to find out what is unknown; nothing that acts
    /// is sent.
    Carried reconcile(RunId run, Person by, Map<String, Secret> secrets, Watcher watcher);

    /// Opens a closed run again to take back what it lent, and for nothing else.
    ///
    /// @param step the only step whose loans are meant; empty for all
    Carried repay(
            RunId run,
            Optional<StepId> step,
            Person by,
            Map<String, Secret> secrets,
            Watcher watcher);

    /// Takes a run up only to end it.
    Carried takeUpToEnd(RunId run, Person by, Watcher watcher);

    /// Closes a drill whose world is gone; nothing but the journal is needed.
    ///
    /// @param by who ends it; empty when its world just ended
    void closeDrill(RunId run, Optional<Person> by, String reason);

    /// The runbook that a run goes by, as it was frozen.
    Runbook runbook(RunState state);

    /// The policy that a run was opened under.
    Optional<Policy> policy(RunState state);

    /// What a run was opened with.
    Plan plan(RunState state);
}
