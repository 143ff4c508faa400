package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// Rows as aligned columns two blanks apart; the last column is cut where the line ends.
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    public TextTable row(String... cells) {
        rows.add(List.of(cells).stream().map(Escaped::line).toList());
        return this;
    }

    public boolean empty() {
        return rows.size() == 1;
    }

    /// @param columns most columns of a line
    public List<String> lines(int columns) {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths, columns)).toList();
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths, int columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : "  ");
            line.append(i == row.size() - 1 ? row.get(i) : Width.pad(row.get(i), widths[i]));
        }
        return Width.cut(line.toString().stripTrailing(), columns);
    }
}
