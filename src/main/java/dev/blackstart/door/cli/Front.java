package dev.blackstart.door.cli;

import dev.blackstart.journal.Owner;
import dev.blackstart.run.Plan;
import dev.blackstart.view.Clocks;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// What stands between a session and the person in front of it: the screen, and who answers gates.
final class Front implements AutoCloseable {
    private final Surroundings surroundings;
    private final SharedOptions shared;
    private final Reports reports;
    private final Screen screen;
    private final Pictures pictures = new Pictures();

    /// @param prefix begins every line
    Front(Surroundings surroundings, SharedOptions shared, Reports reports, String prefix) {
        this.surroundings = surroundings;
        this.shared = shared;
        this.reports = reports;
        boolean person = surroundings.streams().terminal() && !shared.json();
        Abilities abilities = Abilities.of(surroundings.env(), person, shared);
        Surface surface = surface(surroundings, shared, abilities);
        this.screen = new Screen(surface, abilities.look(), prefix, reports.steps(shared));
        screen.interrupts(this::leave);
    }

    /// Ctrl-C at a question that comes before the run goes on.
    private void leave() {
        screen.parting(List.of("Left now. Nothing was sent."));
        screen.close();
        surroundings.leaveNow().accept(ExitCode.ofSignal(Signals.Signal.INT.number()));
    }

    /// A terminal that cannot be opened after all still takes lines.
    private static Surface surface(
            Surroundings surroundings, SharedOptions shared, Abilities abilities) {
        Streams streams = surroundings.streams();
        if (abilities.live()) {
            try {
                return LiveSurface.open(streams.typeAhead(), abilities.notice());
            } catch (IOException | IllegalStateException e) {
                return new PlainSurface(streams.out(), streams, abilities.notice());
            }
        }
        return new PlainSurface(
                shared.json() ? streams.err() : streams.out(), streams, abilities.notice());
    }

    /// Leaves the terminal as it was found.
    @Override
    public void close() {
        screen.close();
    }

    Screen screen() {
        return screen;
    }

    /// Whoever prints JSON for a program has no person in front of it.
    Answerer answerer(boolean yes) {
        Answerer person =
                surroundings.streams().terminal() && !shared.json()
                        ? new TerminalAnswerer(
                                screen,
                                pictures,
                                surroundings.clock(),
                                surroundings.person(),
                                Editor.own(surroundings.env()))
                        : new AbsentAnswerer(screen, surroundings.clock());
        return yes ? new YesAnswerer(person, screen, surroundings.person()) : person;
    }

    /// @param start opens or resumes the run for an audience
    /// @return the exit code
    int carry(
            Plan plan, Answerer answerer, Function<Operations.Audience, Operations.Opening> start) {
        return carry(
                plan,
                answerer,
                start,
                owner -> {
                    throw held(owner);
                });
    }

    int carry(
            Plan plan,
            Answerer answerer,
            Function<Operations.Audience, Operations.Opening> start,
            ToIntFunction<Owner> whenHeld) {
        Conduct conduct =
                new Conduct(
                        surroundings,
                        screen,
                        shared.json(),
                        reports,
                        plan,
                        answerer,
                        pictures,
                        false);
        return switch (start.apply(conduct.audience())) {
            case Operations.Opening.Opened opened -> {
                try (Session session = opened.session()) {
                    yield conduct.carry(session);
                }
            }
            case Operations.Opening.Held held -> whenHeld.applyAsInt(held.by());
            case Operations.Opening.Locked locked ->
                    throw new CannotGoOn(
                            ExitCode.NOT_ALLOWED,
                            new LockRefusal(
                                            locked,
                                            surroundings.person(),
                                            surroundings.clock().instant(),
                                            surroundings.clock().getZone())
                                    .lines(plan.runbook(), screen.columns(), shared.steps()::in));
        };
    }

    /// Watches a run that another process carries out.
    ///
    /// @param following makes the view of it for an audience
    int follow(Plan plan, Answerer answerer, Function<Operations.Audience, Session> following) {
        Conduct conduct =
                new Conduct(
                        surroundings,
                        screen,
                        shared.json(),
                        reports,
                        plan,
                        answerer,
                        pictures,
                        true);
        try (Session session = following.apply(conduct.audience())) {
            return conduct.carry(session);
        }
    }

    private CannotGoOn held(Owner owner) {
        return new CannotGoOn(
                ExitCode.NOT_ALLOWED,
                "A process of %s (%d) has carried the run out since %s; blackstart attach watches it, blackstart hand-over shows who answers its gates. From a process that does not answer blackstart resume --take-over --reason WHY takes it."
                        .formatted(
                                Escaped.line(owner.person(), 32),
                                owner.pid(),
                                Clocks.since(
                                        owner.since(),
                                        surroundings.clock().instant(),
                                        surroundings.clock().getZone())));
    }
}
