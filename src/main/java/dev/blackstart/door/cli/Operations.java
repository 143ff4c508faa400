package dev.blackstart.door.cli;

import dev.blackstart.engine.Attendant;
import dev.blackstart.engine.RunAmendment;
import dev.blackstart.engine.Watcher;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Wheel;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Opening and resuming runs; the engine stands behind it. What goes wrong before a run is open is
/// thrown as `CannotGoOn`.
public interface Operations {
    Opening open(OpenRequest request, Audience audience);

    /// @param secrets values of the run's secret parameters, asked again; they are never kept
    Opening resume(
            RunId run, Person by, Map<String, Secret> secrets, Places places, Audience audience);

    /// The same from whoever has the run, living or not, and past the fences of other
    /// installations.
    ///
    /// @param reason for the record
    Opening takeOver(
            RunId run,
            Person by,
            Map<String, Secret> secrets,
            Places places,
            Audience audience,
            String reason);

    /// The same with some of the runbook's files changed, as a person has approved it.
    Opening amend(
            RunId run,
            RunAmendment amendment,
            Person by,
            Map<String, Secret> secrets,
            Places places,
            Audience audience);

    /// Takes a run up only to end it: nothing is sent, so what other runs hold does not matter.
    Opening takeUpToEnd(RunId run, Person by, Places places, Audience audience);

    /// Opens a closed run again to repay its loans, and for nothing else.
    ///
    /// @param step the only step whose loans are meant; empty for all
    Opening repay(
            RunId run,
            Optional<StepId> step,
            Person by,
            Map<String, Secret> secrets,
            Places places,
            Audience audience);

    /// Takes a run up, or opens a closed one again, to find out what is unknown; nothing that acts
    /// is sent.
    Opening reconcile(
            RunId run, Person by, Map<String, Secret> secrets, Places places, Audience audience);

    /// Makes the world of a drill; closing it ends everything in it.
    DrillWorld world(Drill drill, DrillWorld.Pace pace);

    /// Who hears of a run.
    ///
    /// @param refusals told in one sentence when an answer at a gate does not count
    /// @param attendant told when the journal cannot be written
    record Audience(Watcher watcher, Consumer<String> refusals, Attendant attendant) {}

    /// Takes outcomes back that a person carries over: they wait with what was held by itself for
    /// the run to be taken up.
    ///
    /// @param words as they were printed
    void carryOver(RunId run, List<String> words, Person by);

    /// What came of asking for a run.
    sealed interface Opening {
        record Opened(Session session) implements Opening {}

        /// Another process carries the run out.
        record Held(Owner by) implements Opening {}

        /// Other runs act on what it would act on.
        ///
        /// @param wanted all that it would have to hold
        /// @param hands who answers the gates of those runs now
        /// @param unreadable those of them that cannot be read, each with why
        record Locked(
                List<HeldLock> held,
                Set<Lock> wanted,
                Map<RunId, Wheel.Hand> hands,
                Map<RunId, String> unreadable)
                implements Opening {
            public Locked {
                held = List.copyOf(held);
                wanted = Set.copyOf(wanted);
                hands = Map.copyOf(hands);
                unreadable = Map.copyOf(unreadable);
            }
        }
    }
}
