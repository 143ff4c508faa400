package dev.blackstart.door.cli;

import dev.blackstart.view.Escaped;

/// What stands between a session and the person in front of it: the screen, and who answers gates.
final class Front {
    private final Surroundings surroundings;
    private final SharedOptions shared;
    private final Screen screen;

    /// @param prefix begins every line
    Front(Surroundings surroundings, SharedOptions shared, String prefix) {
        this.surroundings = surroundings;
        this.shared = shared;
        Streams streams = surroundings.streams();
        this.screen =
                new Screen(
                        shared.json() ? streams.err() : streams.out(), prefix, streams.columns());
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
                                surroundings.streams(),
                                surroundings.clock(),
                                surroundings.person())
                        : new AbsentAnswerer(screen, surroundings.clock());
        return yes ? new YesAnswerer(person, screen, surroundings.person()) : person;
    }

    int carry(Operations.Opening opening, Answerer answerer) {
        return switch (opening) {
            case Operations.Opening.Opened opened -> carry(opened.session(), answerer);
            case Operations.Opening.Held held ->
                    throw new CannotGoOn(
                            ExitCode.NOT_ALLOWED,
                            "The run is carried out by "
                                    + Escaped.line(held.by().person())
                                    + " (process "
                                    + held.by().pid()
                                    + ") since "
                                    + held.by().since()
                                    + "; ask them, or blackstart abort ends it.");
        };
    }

    private int carry(Session session, Answerer answerer) {
        try (session) {
            return new Conduct(surroundings, screen, shared.json()).carry(session, answerer);
        }
    }
}
