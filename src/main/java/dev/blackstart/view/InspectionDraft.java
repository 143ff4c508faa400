package dev.blackstart.view;

import dev.blackstart.run.Inspections;
import dev.blackstart.run.Particulars;
import dev.blackstart.run.Words;
import java.util.ArrayList;
import java.util.List;

/// A command of a person's own as it would go out, before anything is decided.
///
/// @param columns width of the screen
public record InspectionDraft(Particulars said, int columns) {
    private static final int MOST = 60;

    public List<String> lines() {
        String how =
                "This goes to %s once, exactly as typed and not checked, as the user who logs in, for %s at most, kept under your name:"
                        .formatted(Words.hosts(said.hosts()), Elapsed.shown(Inspections.WITHIN));
        List<String> lines = new ArrayList<>(Wrapped.lines(how, columns));
        lines.addAll(Margin.lines(said.text(), columns, MOST, "all of it would be sent"));
        return List.copyOf(lines);
    }
}
