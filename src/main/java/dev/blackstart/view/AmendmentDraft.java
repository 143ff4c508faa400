package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// A command as a person is about to change it, before anything is decided.
///
/// @param columns width of the screen
public record AmendmentDraft(String before, String after, int columns) {
    private static final int MOST = 60;

    /// The command as it is, for who cannot edit it in place.
    public static List<String> old(String before, int columns) {
        List<String> lines = new ArrayList<>(List.of("The command as it is:"));
        lines.addAll(Margin.lines(before, columns, MOST, "the gate shows all"));
        return List.copyOf(lines);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("Old lines (-) and new (+):"));
        String difference = String.join("\n", new LineDifference(before, after).lines());
        lines.addAll(Margin.lines(difference, columns, MOST, "the gate shows all"));
        return List.copyOf(lines);
    }
}
