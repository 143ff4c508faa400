package dev.blackstart.proof.kills;

import dev.blackstart.run.Mode;
import dev.blackstart.run.Recorded;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.ProgressLines;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a command said had happened must be in the journal.
record Told(Runbook runbook) {
    /// Lines of the log on the screen begin with the time, a step and a host.
    private static final String TIMED = "\\d\\d:\\d\\d:\\d\\d  \\S.*";

    private static final int STEP_AND_HOST = 39;
    private static final int COLUMNS = 200;

    /// Lines of the screen that no event accounts for.
    List<String> without(String screen, List<Recorded> events) {
        Set<String> recorded = events.stream().flatMap(this::lines).collect(Collectors.toSet());
        return screen.lines()
                .map(String::stripTrailing)
                .filter(line -> line.matches(TIMED) && !line.contains(" done: "))
                .map(Told::beginning)
                .filter(line -> !recorded.contains(line))
                .map(line -> "lost: said and not recorded: " + line)
                .toList();
    }

    private Stream<String> lines(Recorded recorded) {
        ProgressLines progress = new ProgressLines(runbook, ZoneId.systemDefault(), COLUMNS);
        return progress.of(recorded, Mode.LIVE).stream().map(Told::beginning);
    }

    private static String beginning(String line) {
        return line.substring(0, Math.min(STEP_AND_HOST, line.length())).stripTrailing();
    }
}
