package dev.blackstart.view;

import dev.blackstart.run.Observation;
import dev.blackstart.run.RunEvent;
import java.util.List;

/// What a person's look around on a host showed: how it ended, then the host's words behind the
/// margin.
final class InspectionLines {
    /// A screen less the lines of the menu that follows is not much; this is two thirds of one.
    private static final int MOST = 16;

    private final int columns;

    InspectionLines(int columns) {
        this.columns = columns;
    }

    static String headline(RunEvent.Inspected event) {
        return "inspected: "
                + switch (event.observation()) {
                    case Observation.Seen seen -> EventLine.of(seen);
                    case Observation.NoAnswer none -> EventLine.of(none);
                    case Observation.NotAdmissible not -> EventLine.of(not);
                };
    }

    List<String> output(RunEvent.Inspected event) {
        if (!(event.observation() instanceof Observation.Seen seen)) {
            return List.of();
        }
        List<String> lines =
                new OutputLines(columns, MOST, "narrow it down to see the others")
                        .of(seen.stdout(), seen.stderr());
        return lines.isEmpty() ? List.of("It printed nothing.") : lines;
    }
}
