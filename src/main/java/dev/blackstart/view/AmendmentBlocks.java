package dev.blackstart.view;

import dev.blackstart.run.Amendment;
import java.util.ArrayList;
import java.util.List;

/// The commands a person amended, old lines and new.
final class AmendmentBlocks {
    private final int columns;

    AmendmentBlocks(int columns) {
        this.columns = columns;
    }

    List<String> lines(List<Amendment> amendments) {
        List<String> lines = new ArrayList<>();
        for (Amendment it : amendments) {
            String what = it.label().equals("run") ? "" : " (" + it.label() + ")";
            lines.addAll(
                    Wrapped.lines("on " + it.host() + ", by " + it.by() + what + ":", columns));
            String difference =
                    String.join("\n", new LineDifference(it.before(), it.after()).lines());
            lines.addAll(Margin.lines(difference, columns, Integer.MAX_VALUE, ""));
        }
        return List.copyOf(lines);
    }
}
