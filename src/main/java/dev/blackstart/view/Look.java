package dev.blackstart.view;

import java.util.List;

/// How finished lines are drawn: colour laid over them, and other characters where the terminal has
/// no Unicode. Neither changes what a line says.
public record Look(boolean colour, boolean unicode) {
    public static final Look PLAIN = new Look(false, true);

    /// @param columns most columns of a line
    public List<String> drawn(List<String> lines, int columns) {
        List<String> all =
                unicode
                        ? lines
                        : lines.stream()
                                .flatMap(line -> Ascii.lines(line, columns).stream())
                                .toList();
        return colour ? all.stream().map(Paint::line).toList() : all;
    }

    /// What begins every line.
    public String prefix(String words) {
        return colour && !words.isEmpty() ? Paint.prefix(words) : words;
    }
}
