package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.EndingPage;
import dev.blackstart.view.Escaped;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// Whether a run may be ended, and why it is. A run that somebody else answers for ends only after
/// a yes that was asked for or typed as `--yes`, and with a reason.
final class Ending {
    private static final String NO_REASON = "no reason given";

    private final Standpoint at;
    private final Surroundings surroundings;
    private final SharedOptions shared;
    private final Optional<String> reason;
    private final boolean yes;

    /// @param reason as given on the command line
    Ending(Standpoint at, SharedOptions shared, Optional<String> reason, boolean yes) {
        this.at = at;
        this.surroundings = at.surroundings();
        this.shared = shared;
        this.reason = reason.map(String::strip).filter(it -> !it.isEmpty());
        this.yes = yes;
    }

    /// @return the reason it ends for
    String agreed(Archive archive, RunId run, RunState state) {
        Optional<String> carriedBy =
                archive.owner(run).map(owner -> Escaped.line(owner.person(), 32));
        String holder =
                state.wheel()
                        .holder()
                        .filter(it -> !it.equals(surroundings.person()))
                        .map(Person::name)
                        .orElse("");
        at.demand("run", "Nothing was ended.");
        if (!holder.isEmpty()) {
            at.demand(
                    "admin",
                    "%s answers the gates of run %s, so nothing was ended."
                            .formatted(Escaped.line(holder, 32), run));
        }
        if (holder.isEmpty() || drill(state) && carriedBy.isEmpty()) {
            return reason.orElse(NO_REASON);
        }
        if (yes) {
            return reason.orElseThrow(() -> refused(ExitCode.USAGE, run, holder));
        }
        if (shared.json() || !surroundings.streams().terminal()) {
            throw refused(ExitCode.NOT_ALLOWED, run, holder);
        }
        show(archive, run, state, carriedBy);
        return asked(holder);
    }

    /// A drill that was left has no world any more: nobody loses anything.
    private static boolean drill(RunState state) {
        return state.opened().filter(opened -> opened.mode() == Mode.DRILL).isPresent();
    }

    private static CannotGoOn refused(ExitCode code, RunId run, String holder) {
        return new CannotGoOn(
                code,
                "%s answers the gates of run %s, so nothing was ended; blackstart abort %s --yes --reason TEXT ends it all the same."
                        .formatted(Escaped.line(holder, 32), run, run));
    }

    private void show(Archive archive, RunId run, RunState state, Optional<String> carriedBy) {
        List<String> holds = new HeldNames(archive.locks()).of(run);
        EndingPage page =
                new EndingPage(
                        state,
                        surroundings.person(),
                        carriedBy,
                        holds,
                        surroundings.clock().instant(),
                        surroundings.clock().getZone(),
                        surroundings.streams().columns());
        page.lines(shared.steps()::in).forEach(surroundings.words()::println);
    }

    private String asked(String holder) {
        LineInput typed = new LineInput(surroundings.streams().in());
        String answer = line(typed, "End the run of " + Escaped.line(holder, 32) + "? [y N]> ");
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw new CannotGoOn(ExitCode.WAITING, "Nothing was ended; the run goes on.");
        }
        String why = reason.orElseGet(() -> line(typed, "reason> "));
        if (why.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.WAITING, "Nothing was ended: a run of somebody else needs a reason.");
        }
        return why;
    }

    private String line(LineInput typed, String prompt) {
        surroundings.streams().typeAhead().drop();
        PrintStream out = surroundings.words();
        out.print(prompt);
        out.flush();
        return typed.line().orElse("");
    }
}
