package dev.blackstart.door.cli;

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
