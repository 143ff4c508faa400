package dev.blackstart.view;

import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Printed;
import java.util.ArrayList;
import java.util.List;

/// What a command on a host printed, behind the margin: its output, then its errors, each with its
/// name where there are both.
final class OutputLines {
    private final int columns;
    private final int most;
    private final String rest;

    /// @param most most lines of each stream
    /// @param rest what to do to see the others
    OutputLines(int columns, int most, String rest) {
        this.columns = columns;
        this.most = most;
        this.rest = rest;
    }

    List<String> of(Kept stdout, Kept stderr) {
        boolean both = !stdout.text().isBlank() && !stderr.text().isBlank();
        List<String> lines = new ArrayList<>();
        lines.addAll(stream(both, "stdout:", stdout));
        lines.addAll(stream(both, "stderr:", stderr));
        return List.copyOf(lines);
    }

    /// Lines, and below them what was printed unless it went well.
    List<String> below(List<String> lines, Outcome outcome, Printed printed) {
        if (outcome instanceof Outcome.Succeeded) {
            return lines;
        }
        List<String> all = new ArrayList<>(lines);
        all.addAll(of(printed.stdout(), printed.stderr()));
        return List.copyOf(all);
    }

    private List<String> stream(boolean named, String name, Kept kept) {
        if (kept.text().isBlank()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(named ? List.of(name) : List.of());
        lines.addAll(Margin.lines(kept.text(), columns, most, rest));
        return lines;
    }
}
