package dev.blackstart.proof.simulation;

import dev.blackstart.engine.Equipment;
import dev.blackstart.engine.Next;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.engine.Runs;
import dev.blackstart.engine.Session;
import dev.blackstart.engine.Waiting;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One executor: the production engine on one run. It may end at any moment, or stand still and
/// wake up again as if nothing had happened.
final class SimProcess {
    /// Carries on what its person asked for.
    @FunctionalInterface
    interface Beginning {
        Runs.Start in(Runs runs) throws JournalException;
    }

    private final World world;
    private final int pid;
    private final Person person;
    private final String name;
    private final RunId run;
    private final SimInstallation home;
    private final Owner owner;
    private final Journal journal;
    private final Runs runs;
    private final List<Runnable> held = new ArrayList<>();
    private Optional<Session> session = Optional.empty();
    private boolean alive = true;
    private boolean awake = true;
    private boolean takenForDead;
    private boolean working;
    private boolean arrived;
    private int turn;

    SimProcess(World world, int pid, Person person, RunId run) {
        this.world = world;
        this.pid = pid;
        this.person = person;
        this.name = "process " + pid + " of " + person;
        this.run = run;
        this.home = world.home(run);
        this.owner = new Owner(person.name(), pid, pid, home.machine().name(), now());
        this.journal = new SimJournal(world, this, home);
        this.runs =
                new Runs(
                        new Equipment(
                                        journal,
                                        new Wire(world, this),
                                        this::now,
                                        () -> world.dice().hex() + world.dice().hex(),
                                        Path.of("nowhere"),
                                        Waiting.REAL,
                                        home.machine())
                                .holding(home.spool()),
                        owner,
                        this::tells,
                        new SimAttendant(world, this));
    }

    String name() {
        return name;
    }

    int pid() {
        return pid;
    }

    Owner owner() {
        return owner;
    }

    RunId run() {
        return run;
    }

    Person person() {
        return person;
    }

    boolean alive() {
        return alive;
    }

    /// It stands still for so long that another may take its place; it does not know.
    boolean takenForDead() {
        return takenForDead;
    }

    private Instant now() {
        return home.machine().read().wall();
    }

    /// The machine sleeps, and all that runs there with it.
    void standStill(long millis) {
        if (awake) {
            awake = false;
            world.agenda().after(millis, () -> world.wake(pid));
        }
    }

    void begin(Beginning beginning) {
        guarded(() -> {
            try {
                switch (beginning.in(runs)) {
                    case Runs.Start.Started started -> {
                        session = Optional.of(started.session());
                        next(started.session().begin((recorded, state) -> {}));
                    }
                    case Runs.Start.Held it -> exits("held by " + it);
                    case Runs.Start.Locked it -> exits("locked " + it.held());
                    case Runs.Start.Ended it -> exits("ended already");
                    case Runs.Start.NothingOwed it -> exits(it.reason());
                }
            } catch (JournalException e) {
                exits(e.getMessage());
            }
        });
    }

    private void tells(String refusal) {
        Sinks.told("what a process says", refusal);
        world.log(name(), refusal);
    }

    private void exits(String why) {
        Sinks.told("the last words of a process", why);
        world.log(name(), "exits: " + why);
        alive = false;
    }

    void submit(OperatorCommand command) {
        deliver(() -> session.ifPresent(it -> it.submit(command)));
    }

    /// What the network or a person brings; nothing reaches a process that has ended.
    void deliver(Runnable what) {
        if (!alive) {
            return;
        }
        if (!awake) {
            held.add(() -> deliver(what));
            return;
        }
        what.run();
        arrived = true;
        schedule(0, false);
    }

    /// What the process sends: not before it wakes up, and never when it ended first.
    void whenAwake(long delay, Runnable what) {
        if (awake) {
            world.agenda().after(delay, what);
        } else {
            held.add(() -> whenAwake(delay, what));
        }
    }

    /// Here the process may end or stand still.
    void failPoint(Faults.Point point) {
        if (world.faults().crashes()) {
            world.log(name(), "is killed " + point);
            throw new Crash();
        }
        if (point != Faults.Point.BEFORE_APPEND && awake && world.faults().pauses()) {
            world.log(name(), "stands still " + point);
            awake = false;
            takenForDead = world.dice().perMille(400);
            int sleeper = pid;
            world.agenda().after(world.faults().standstill(), () -> world.wake(sleeper));
        }
    }

    /// It may end as soon as it owns the run, before it has written anything.
    void failPointAfterClaim() {
        if (world.faults().stillborn()) {
            world.log(name(), "is killed " + Faults.Point.AFTER_CLAIM);
            throw new Crash();
        }
    }

    void wake() {
        if (!alive || awake) {
            return;
        }
        if (home.machine().asleep()) {
            world.agenda().after(home.machine().wakesIn(), () -> world.wake(pid));
            return;
        }
        awake = true;
        world.log(name(), "wakes up");
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(Runnable::run);
        schedule(0, true);
    }

    void kill() {
        if (alive) {
            alive = false;
            world.log(name(), "is killed");
        }
    }

    /// @param tick look for what other processes asked; what has arrived is taken first
    private void schedule(long after, boolean tick) {
        int mine = ++turn;
        world.agenda()
                .after(
                        after,
                        () -> {
                            if (mine == turn && alive && awake) {
                                guarded(() -> next(tick && !arrived ? session().tick() : taken()));
                            }
                        });
    }

    private Next taken() {
        arrived = false;
        return session().turn();
    }

    private Session session() {
        return session.orElseThrow();
    }

    private void next(Next next) {
        switch (next) {
            case Next.Ended it -> ended(it.end());
            case Next.Again it -> schedule(0, false);
            case Next.Wait it -> {
                world.oracle().waits(this, it);
                schedule(Math.max(1, it.most().toMillis()), true);
            }
        }
    }

    private void ended(RunEnd end) {
        try {
            if (end instanceof RunEnd.Closed) {
                session().giveUpHosts();
            }
            session().close();
        } catch (JournalException e) {
            tells(e.getMessage());
        }
        exits(end.toString());
    }

    private void guarded(Runnable work) {
        if (working) {
            throw new IllegalStateException("a turn within a turn");
        }
        working = true;
        try {
            work.run();
        } catch (Crash crash) {
            alive = false;
        } finally {
            working = false;
        }
    }
}
