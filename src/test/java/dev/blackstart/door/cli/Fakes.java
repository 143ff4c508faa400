package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunAmendment;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.SampleGates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ports for verbs that reach no host.
final class Fakes {
    private Fakes() {}

    static Ports ports() {
        return ports(new MemoryJournal(), new NoOperations());
    }

    static Ports ports(Journal journal, Operations operations) {
        return new Ports(folder -> journal, (runbook, inventory, drills) -> List.of(), operations);
    }

    /// Lets it hear a run from its first event on.
    static void told(Operations.Audience audience, RunId run, List<RunEvent> events) {
        RunState state = new RunState();
        for (RunEvent event : events) {
            Recorded recorded =
                    new Recorded(run, state.sequence() + 1, SampleGates.NOW, "h", event);
            state.apply(recorded);
            audience.watcher().recorded(recorded, state);
        }
    }

    /// Whoever opens a run here has left the path of the test.
    static class NoOperations implements Operations {
        @Override
        public Opening open(OpenRequest request, Audience audience) {
            throw new AssertionError("a run was opened");
        }

        @Override
        public Opening resume(
                RunId run,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience) {
            throw new AssertionError("a run was resumed");
        }

        @Override
        public Opening takeOver(
                RunId run,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience,
                String reason) {
            throw new AssertionError("a run was taken over");
        }

        @Override
        public Opening takeUpToEnd(RunId run, Person by, Places places, Audience audience) {
            throw new AssertionError("a run was taken up");
        }

        @Override
        public Opening repay(
                RunId run,
                Optional<StepId> step,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience) {
            throw new AssertionError("nothing is repaid here");
        }

        @Override
        public Opening amend(
                RunId run,
                RunAmendment amendment,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience) {
            throw new AssertionError("nothing is amended here");
        }

        @Override
        public Opening reconcile(
                RunId run,
                Person by,
                Map<String, Secret> secrets,
                Places places,
                Audience audience) {
            throw new AssertionError("nothing is unknown here");
        }

        @Override
        public void carryOver(RunId run, List<String> words, Person by) {
            throw new AssertionError("nothing is carried over here");
        }

        @Override
        public DrillWorld world(Drill drill, DrillWorld.Pace pace) {
            throw new AssertionError("a world was made");
        }
    }

    /// A session that a test plays.
    interface Play {
        Session.End play(
                Operations.Audience audience,
                java.util.concurrent.BlockingQueue<OperatorCommand> told);
    }

    static final class Played extends NoOperations {
        private final Play play;
        Optional<Owner> holder = Optional.empty();
        Optional<Opening.Locked> locked = Optional.empty();

        Played(Play play) {
            this.play = play;
        }

        @Override
        public Opening open(OpenRequest request, Audience audience) {
            if (holder.isPresent()) {
                return new Opening.Held(holder.get());
            }
            if (locked.isPresent()) {
                return locked.get();
            }
            return new Opening.Opened(new PlayedSession(play, audience));
        }
    }

    private static final class PlayedSession implements Session {
        private final Play play;
        private final Operations.Audience audience;
        private final java.util.concurrent.BlockingQueue<OperatorCommand> told =
                new java.util.concurrent.LinkedBlockingQueue<>();

        PlayedSession(Play play, Operations.Audience audience) {
            this.play = play;
            this.audience = audience;
        }

        @Override
        public RunId id() {
            return RunId.of(1_772_000_000_000L, 1, 1);
        }

        @Override
        public End run() {
            return play.play(audience, told);
        }

        @Override
        public void submit(OperatorCommand command) {
            told.add(command);
        }

        @Override
        public void close() {}
    }
}
