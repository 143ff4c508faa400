package dev.blackstart.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Markdown page as lines: its tables and fenced blocks.
record Markdown(Path path, List<String> lines) {
    /// @param language what stands behind the opening fence
    /// @param line where the block begins, counted from 1
    record Block(String language, int line, String text) {}

    static Markdown of(String path) {
        try {
            return new Markdown(Path.of(path), Files.readAllLines(Path.of(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of the tables under a heading, without head and rule; cells without backquotes.
    List<List<String>> rows(String heading) {
        var rows = new ArrayList<List<String>>();
        boolean under = false;
        int depth = 0;
        for (String line : lines) {
            if (line.startsWith("#")) {
                under = line.replaceFirst("^#+ ", "").equals(heading);
            }
            depth = line.startsWith("|") ? depth + 1 : 0;
            if (under && depth > 2) {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    /// The first cells of those rows.
    List<String> words(String heading) {
        return rows(heading).stream().map(List::getFirst).toList();
    }

    private static List<String> cells(String line) {
        String inner = line.strip().substring(1, line.strip().length() - 1);
        return List.of(inner.split("\\|")).stream()
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        StringBuilder text = new StringBuilder();
        String language = "";
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean fence = line.strip().startsWith("```");
            if (fence && start == 0) {
                language = line.strip().substring(3);
                start = i + 1;
                text.setLength(0);
            } else if (fence) {
                blocks.add(new Block(language, start, text.toString().stripIndent()));
                start = 0;
            } else {
                text.append(line).append('\n');
            }
        }
        return blocks;
    }
}
