package dev.blackstart.view;

import dev.blackstart.run.Observation;
import dev.blackstart.run.RunEvent;
import java.util.List;
import java.util.stream.Stream;

/// What a person's look around on a host showed: how it ended, then the host's words behind the
/// margin.
final class InspectionLines {
    /// A screen less the lines of the menu that follows is not much; this is two thirds of one.
    private static final int MOST = 16;

    /// What a shell ends with when it knows no such command.
    private static final int NOT_FOUND = 127;

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
        if (seen.exit().isPresent() && seen.exit().getAsInt() == NOT_FOUND) {
            return Stream.concat(
                            lines.stream(),
                            Paragraph.lines(
                                    "Was the first word meant as a host? It went to %s as part of the command."
                                            .formatted(event.host()),
                                    columns)
                                    .stream())
                    .toList();
        }
        return lines.isEmpty() ? List.of("It printed nothing.") : lines;
    }
}
