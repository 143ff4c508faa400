package dev.blackstart.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A labelled part of a screen that may be cut to fewer lines.
///
/// @param least lines it is cut below only when all others are as short as they may be
/// @param floor lines it is never cut below
/// @param rest what shows the lines that were cut, such as `e shows all`
record Section(String label, List<String> lines, int least, int floor, String rest) {
    /// Columns before the text of a section.
    static final int INDENT = 9;

    Section {
        lines = List.copyOf(lines);
    }

    /// A part that is always shown whole.
    static Section whole(String label, List<String> lines) {
        return new Section(label, lines, Integer.MAX_VALUE, Integer.MAX_VALUE, "");
    }

    /// A part of which nothing but what shows it need be left.
    static Section cut(String label, List<String> lines, int least, String rest) {
        return new Section(label, lines, least, 1, rest);
    }

    Section cutTo(int most) {
        return new Section(label, Margin.cut(lines, most, rest), least, floor, rest);
    }

    List<String> shown() {
        return shownAt(INDENT);
    }

    List<String> shownAt(int column) {
        List<String> shown = new ArrayList<>();
        for (String line : lines) {
            shown.add((Width.pad(shown.isEmpty() ? label : "", column) + line).stripTrailing());
        }
        return List.copyOf(shown);
    }

    /// Cuts the longest parts until all fit into so many rows, or nothing more may be cut.
    static List<Section> fit(List<Section> sections, int rows) {
        int[] heights = sections.stream().mapToInt(section -> section.lines().size()).toArray();
        shorten(sections.stream().mapToInt(Section::least).toArray(), heights, rows);
        shorten(sections.stream().mapToInt(Section::floor).toArray(), heights, rows);
        List<Section> fitted = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            fitted.add(sections.get(i).cutTo(heights[i]));
        }
        return List.copyOf(fitted);
    }

    private static void shorten(int[] least, int[] heights, int rows) {
        while (Arrays.stream(heights).sum() > rows) {
            int longest = longest(least, heights);
            if (longest < 0) {
                break;
            }
            heights[longest]--;
        }
    }

    private static int longest(int[] least, int[] heights) {
        int longest = -1;
        for (int i = 0; i < heights.length; i++) {
            boolean may = heights[i] > Math.max(1, least[i]);
            if (may && (longest < 0 || heights[i] > heights[longest])) {
                longest = i;
            }
        }
        return longest;
    }
}
