package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Standing;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Puts a run that another process carries out in front of the person at this terminal.
final class Attaching {
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final Ports ports;
    private final SharedOptions shared;
    private final Places places;

    Attaching(Surroundings surroundings, Ports ports, SharedOptions shared, Places places) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.shared = shared;
        this.places = places;
    }

    /// @param wanted as verbs name runs; empty for the only open one
    /// @return the exit code
    int to(String wanted) {
        Archive archive = Archive.open(ports.journals(), places);
        RunId run =
                RunId.allowed(wanted)
                        ? new RunId(wanted)
                        : archive.open(
                                wanted,
                                "attach",
                                surroundings.clock().instant(),
                                new Printed(surroundings, shared).columns());
        RunState state = begun(archive, run);
        refuse(archive, run, state);
        return inFront(archive, run, new AtomicReference<>(state), false);
    }

    /// A run that was just begun, and may have ended already.
    ///
    /// @param yes approves what merely mutates
    /// @return that of the run; where it was left, that it waits
    int follow(RunId run, boolean yes) {
        Archive archive = Archive.open(ports.journals(), places);
        AtomicReference<RunState> seen = new AtomicReference<>(begun(archive, run));
        int code = inFront(archive, run, seen, yes);
        return code == ExitCode.DONE.number() && seen.get().closed().isEmpty()
                ? ExitCode.WAITING.number()
                : code;
    }

    private int inFront(Archive archive, RunId run, AtomicReference<RunState> seen, boolean yes) {
        boolean drill = seen.get().opened().filter(it -> it.mode() == Mode.DRILL).isPresent();
        Reports reports = new Reports(surroundings, ports.journals(), places);
        String prefix = drill ? DrillOpening.PREFIX : "";
        try (Front front = new Front(surroundings, shared, reports, prefix)) {
            // whoever is asked at a gate must know at once, too
            archive.follow(run, sentence -> front.screen().print(sentence));
            return watch(archive, run, seen, front, front.answerer(yes));
        }
    }

    private int watch(
            Archive archive,
            RunId run,
            AtomicReference<RunState> seen,
            Front front,
            Answerer answerer) {
        Answerer watching =
                new Watching(
                        answerer,
                        front.screen(),
                        surroundings.clock(),
                        surroundings.person(),
                        () -> seen.get().wheel().holder(),
                        ports.journals().onlyWatched(),
                        "leaves and changes nothing");
        return front.follow(
                archive.plan(seen.get()),
                watching,
                audience ->
                        new Following(
                                archive,
                                run,
                                surroundings.person(),
                                (recorded, now) -> {
                                    seen.set(now);
                                    audience.watcher().recorded(recorded, now);
                                },
                                audience.refusals()));
    }

    /// A run that its process has just claimed gets its first event a moment later.
    private static RunState begun(Archive archive, RunId run) {
        long until = System.nanoTime() + BEGINS_WITHIN.toNanos();
        while (archive.newest(run) == 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return RunState.fold(archive.events(run));
    }

    private static void refuse(Archive archive, RunId run, RunState state) {
        if (state.closed().isPresent()) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "Run %s is closed (%s); blackstart report %s shows what happened."
                            .formatted(run, Standing.of(state), run));
        }
        if (archive.owner(run).isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "No process carries run %s out%s; blackstart resume %s goes on with it."
                            .formatted(
                                    run,
                                    state.paused().map(it -> " (" + it.reason() + ")").orElse(""),
                                    run));
        }
    }
}
