package dev.blackstart.door.cli;

import dev.blackstart.view.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/// Prints what a verb found, as text or as JSON, whichever was asked for.
final class Printed {
    private static final int WIDEST = 200;

    private final Streams streams;
    private final PrintStream words;
    private final boolean json;
    private final NextSteps steps;

    Printed(Surroundings surroundings, SharedOptions options) {
        this.streams = surroundings.streams();
        this.words = surroundings.words();
        this.json = options.json();
        this.steps = options.steps();
    }

    /// On a terminal its width; in a file nothing need be cut.
    int columns() {
        return streams.terminal() ? streams.columns() : WIDEST;
    }

    void print(Supplier<List<String>> text, Supplier<Json> asJson) {
        if (json) {
            streams.out().println(asJson.get().shown());
        } else {
            text.get().stream().map(steps::in).forEach(words::println);
        }
    }
}
