package dev.blackstart.view;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The first lines of a run: what was opened, by whom, and what its mode means.
public record OpeningLines(int columns) {
    /// @param order names of the parameters as the runbook file has them
    List<String> of(RunEvent.RunOpened event, Collection<String> order) {
        List<String> lines = new ArrayList<>();
        lines.addAll(heading(event));
        Set<String> names = new LinkedHashSet<>(order);
        names.retainAll(event.parameters().keySet());
        names.addAll(event.parameters().keySet());
        for (String name : names) {
            String value = event.parameters().get(name);
            lines.add(Escaped.line("  " + name + " = " + value, columns));
        }
        return List.copyOf(lines);
    }

    /// Which run it is and what its mode means, as it is also told to whoever takes it up.
    public List<String> heading(RunEvent.RunOpened event) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Wrapped.lines(event.runbook() + ": " + event.title(), columns));
        lines.addAll(Wrapped.lines("run " + event.run() + ", opened by " + event.by(), columns));
        if (event.mode() != Mode.DRILL) { // a drill's banner has said it
            lines.addAll(Wrapped.lines(meaning(event.mode()), columns));
        }
        return List.copyOf(lines);
    }

    public static String meaning(Mode mode) {
        return switch (mode) {
            case LIVE -> "LIVE: checks and actions are real; every action is asked for first.";
            case REHEARSAL -> "REHEARSAL: checks are real, actions are shown and not sent.";
            case DRILL -> "DRILL: a made world stands where the hosts would be.";
            case DIAGNOSIS -> "DIAGNOSIS: checks only; it ends where the first action would begin.";
        };
    }
}
