package dev.blackstart.door.cli;

import dev.blackstart.run.RunId;
import java.io.PrintStream;
import java.util.List;

/// Where lines for people go. Lines printed together stay together, whoever else prints.
final class Screen {
    private final PrintStream out;
    private final String prefix;
    private final int columns;

    /// @param prefix begins every line, such as `DRILL `
    Screen(PrintStream out, String prefix, int columns) {
        this.out = out;
        this.prefix = prefix;
        this.columns = columns - prefix.length();
    }

    /// Columns that are left for a line.
    int columns() {
        return columns;
    }

    String waiting(String reason) {
        return (drill() ? "The drill was left: " : "The run waits: ") + reason + ".";
    }

    private boolean drill() {
        return prefix.equals(DrillOpening.PREFIX);
    }

    /// What a person can do about a run that stands still.
    ///
    /// @param then such as `goes on`
    String afterwards(RunId run, String then) {
        return drill()
                ? "A drill ends with its world and cannot be taken up again; start it afresh."
                : "blackstart resume " + run + " " + then + ".";
    }

    void print(String line) {
        print(List.of(line));
    }

    void print(List<String> lines) {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append((prefix + line).stripTrailing()).append('\n'));
        out.print(all);
        out.flush();
    }

    /// Without a line end: what is typed stands behind it.
    void prompt(String words) {
        out.print(prefix + words);
        out.flush();
    }
}
