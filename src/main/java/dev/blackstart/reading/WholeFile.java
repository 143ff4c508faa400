package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Source;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Snippet;

/// All of a file as one text.
record WholeFile(Source source) implements Snippet {
    @Override
    public String text() {
        return source.text();
    }

    @Override
    public Position at(int offset) {
        return source.at(offset);
    }
}
