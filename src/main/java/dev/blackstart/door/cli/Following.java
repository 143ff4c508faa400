package dev.blackstart.door.cli;

import dev.blackstart.engine.NotCounted;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.engine.Watcher;
import dev.blackstart.journal.Request;
import dev.blackstart.remote.ServiceTrouble;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A run that another process carries out, seen through the journal. What is said here travels
/// through the journal too; leaving changes nothing in the run.
final class Following implements Session {
    /// How often the journal is looked at; an event is seen so late at most.
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Archive archive;
    private final RunId run;
    private final Person me;
    private final Watcher watcher;
    private final Consumer<String> refusals;
    private final CountDownLatch detached = new CountDownLatch(1);
    private final RunState state = new RunState();

    /// @param archive closed with this
    /// @param me who watches
    /// @param refusals told in one sentence what was said here and did not get to the run
    Following(Archive archive, RunId run, Person me, Watcher watcher, Consumer<String> refusals) {
        this.archive = archive;
        this.run = run;
        this.me = me;
        this.watcher = watcher;
        this.refusals = refusals;
    }

    @Override
    public RunId id() {
        return run;
    }

    @Override
    public End run() {
        catchUp();
        while (state.closed().isEmpty()) {
            boolean carried = archive.owner(run).isPresent();
            news();
            if (state.closed().isPresent()) {
                break;
            }
            if (!carried) {
                return new End.Waiting(standsStill());
            }
            if (left()) {
                return new End.Detached();
            }
        }
        return new End.Closed(state.closed().get().verdict());
    }

    private String standsStill() {
        return state.paused()
                .map(RunEvent.Paused::reason)
                .orElse("the process that carried it out has ended");
    }

    /// What has been is told without the gates that were closed since.
    private void catchUp() {
        List<Recorded> past = archive.events(run);
        past.forEach(state::apply);
        for (Recorded recorded : past) {
            if (!(recorded.event() instanceof RunEvent.GateOpened opened) || open(opened.gate())) {
                watcher.recorded(recorded, state);
            }
        }
    }

    private boolean open(Gate gate) {
        return state.gates().open().filter(it -> it.id().equals(gate.id())).isPresent();
    }

    private void news() {
        if (archive.newest(run) == state.sequence()) {
            return;
        }
        long seen = state.sequence();
        List<Recorded> events = archive.events(run);
        boolean again = false;
        for (Recorded recorded : events) {
            if (recorded.sequence() > seen) {
                state.apply(recorded);
                watcher.recorded(recorded, state);
                again |= asksAgain(recorded.event());
            }
        }
        if (again) {
            events.stream()
                    .filter(it ->
                            it.event() instanceof RunEvent.GateOpened opened && open(opened.gate()))
                    .forEach(it -> watcher.recorded(it, state));
        }
    }

    /// What was answered here did not count.
    private boolean asksAgain(RunEvent said) {
        return said instanceof RunEvent.Noted noted && NotCounted.answeredBy(me, noted);
    }

    private boolean left() {
        try {
            return detached.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Nobody who leaves here stops the run.
    @Override
    public void submit(OperatorCommand command) {
        Optional.of(command).flatMap(Posted::of).ifPresentOrElse(this::ask, detached::countDown);
    }

    /// What did not get there is told, and asked again.
    private void ask(Request request) {
        try {
            archive.request(run, request);
        } catch (ServiceTrouble trouble) {
            refusals.accept(String.join(" ", trouble.lines()));
        }
    }

    @Override
    public void close() {
        archive.close();
    }
}
