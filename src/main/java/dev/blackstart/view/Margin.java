package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// Sets what hosts printed and what will be sent to them apart from what this tool says: every such
/// line begins with `│ `, and no line of the tool's own does.
public final class Margin {
    static final String BAR = "│ ";

    /// More lines than anybody reads; a host that prints without end stops here.
    private static final int MOST = 20_000;

    private Margin() {}

    /// At most `most` lines; when there are more, the last says how many, or more than how many,
    /// and what shows them. A long line goes on in the next one, marked `↳`: nothing that a host
    /// said or will be told is hidden at its end.
    public static List<String> lines(String raw, int columns, int most, String rest) {
        List<String> all = new ArrayList<>();
        for (String line : Escaped.lines(raw, Integer.MAX_VALUE)) {
            all.addAll(Wrapped.hard(line, columns - Width.of(BAR), "↳ "));
            if (all.size() > MOST) {
                break;
            }
        }
        return cut(
                all.stream().map(line -> BAR + line).toList(),
                most,
                rest,
                all.size() > MOST ? "… more than " : "… ");
    }

    /// @param rest what to do to see the rest, such as `d shows all`
    static List<String> cut(List<String> all, int most, String rest) {
        return cut(all, most, rest, "… ");
    }

    private static List<String> cut(List<String> all, int most, String rest, String count) {
        if (all.size() <= most) {
            return all;
        }
        List<String> kept = new ArrayList<>(all.subList(0, Math.max(0, most - 1)));
        kept.add(count + (all.size() - kept.size()) + " more lines, " + rest);
        return List.copyOf(kept);
    }
}
