package dev.blackstart.testing;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Snippet;

/// A text that is a whole file by itself.
public record PlainSnippet(String text) implements Snippet {
    @Override
    public Position at(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position("runbook.yaml", line, offset - before.lastIndexOf('\n'));
    }
}
