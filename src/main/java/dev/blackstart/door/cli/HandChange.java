package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.OpeningLines;
import java.util.Optional;

/// What a person is told who takes a run up: which run it is, and whose gates they take with it.
/// The gates of somebody else are taken only after a yes that was asked for or typed as `--yes`.
final class HandChange {
    private static final int NAME = 32;

    private final RunId run;
    private final RunState state;
    private final Screen screen;
    private final boolean json;
    private final Optional<String> before;

    /// @param me who takes it up
    HandChange(RunId run, RunState state, Person me, Screen screen, boolean json) {
        this.run = run;
        this.state = state;
        this.screen = screen;
        this.json = json;
        this.before =
                state.wheel()
                        .holder()
                        .filter(it -> !it.equals(me))
                        .map(it -> Escaped.line(it.name(), NAME));
    }

    /// Which run it is, and what its mode means.
    void heading() {
        if (!json) {
            state.opened()
                    .map(new OpeningLines(screen.columns())::heading)
                    .ifPresent(screen::print);
        }
    }

    /// @param person is there anybody at this terminal who can be asked?
    void agreed(boolean person) {
        if (before.isEmpty() || drill()) {
            return;
        }
        if (!person) {
            throw new CannotGoOn(
                    ExitCode.NOT_ALLOWED,
                    "%s answers the gates of run %s, so it was not taken up; blackstart resume %s --yes takes it up, and its gates with it."
                            .formatted(before.get(), run, run));
        }
        say("The gates of this run are %s's; they will be yours.".formatted(before.get()));
        boolean yes =
                screen.ask("take it up (y/N)>", "") instanceof Reply.Line line
                        && (line.text().equalsIgnoreCase("y")
                                || line.text().equalsIgnoreCase("yes"));
        if (!yes) {
            throw new CannotGoOn(
                    ExitCode.WAITING,
                    "Nothing was taken up; the run and its gates are as they were.");
        }
    }

    /// A drill that was left has no world any more: nobody loses anything.
    private boolean drill() {
        return state.opened().filter(it -> it.mode() == Mode.DRILL).isPresent();
    }

    /// The run has been taken up.
    void done() {
        before.ifPresent(name -> say("The gates were %s's and are now yours.".formatted(name)));
    }

    private void say(String sentence) {
        if (!json) {
            screen.print(sentence);
        }
    }
}
