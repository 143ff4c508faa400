package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// Sets what hosts printed and what will be sent to them apart from what this tool says: every such line
/// begins with `│ `, and no line of the tool's own does.
public final class Margin {
    static final String BAR = "│ ";

    private Margin() {}

    /// At most `most` lines; when there are more, the last says how many and which key shows them.
    public static List<String> lines(String raw, int columns, int most, String rest) {
        List<String> all =
                Escaped.lines(raw, columns - 2).stream().map(line -> BAR + line).toList();
        return cut(all, most, rest);
    }

    /// @param rest what to do to see the rest, such as `d shows all`
    static List<String> cut(List<String> all, int most, String rest) {
        if (all.size() <= most) {
            return all;
        }
        List<String> kept = new ArrayList<>(all.subList(0, Math.max(0, most - 1)));
        kept.add("… " + (all.size() - kept.size()) + " more lines, " + rest);
        return List.copyOf(kept);
    }
}
