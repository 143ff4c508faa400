package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.RunTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which run is meant when none is named: the one that is open and not a drill.
///
/// @param verb asks, such as `resume`
record OpenRuns(List<RunState> states, String verb) {
    OpenRuns {
        states = List.copyOf(states);
    }

    boolean none() {
        return states.stream().noneMatch(OpenRuns::open);
    }

    RunId only(Instant now, int columns) {
        List<RunState> open = states.stream().filter(OpenRuns::open).toList();
        if (open.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "No run is open (drills are not counted); blackstart runs shows all.");
        }
        if (open.size() == 1) {
            return open.getFirst().opened().map(RunEvent.RunOpened::run).orElseThrow();
        }
        List<String> lines = new ArrayList<>(table(open).lines(now, columns));
        lines.add(
                "%d runs are open; name the one that is meant: blackstart %s RUN."
                        .formatted(open.size(), verb));
        throw new CannotGoOn(ExitCode.REFUSED, lines);
    }

    private static boolean open(RunState state) {
        return state.closed().isEmpty()
                && state.opened().filter(opened -> opened.mode() != Mode.DRILL).isPresent();
    }

    private static RunTable table(List<RunState> open) {
        return new RunTable(
                open.stream().flatMap(state -> RunTable.Row.of(state).stream()).toList());
    }
}
