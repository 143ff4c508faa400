package dev.blackstart.door.cli;

import java.util.List;

/// A verb cannot do what it was asked for a reason the operator must hear. Its lines are complete
/// sentences; the door prints them and ends with the code.
public final class CannotGoOn extends RuntimeException {
    private final ExitCode code;
    private final List<String> lines;

    public CannotGoOn(ExitCode code, String sentence) {
        this(code, List.of(sentence));
    }

    public CannotGoOn(ExitCode code, List<String> lines) {
        super(String.join("\n", lines));
        this.code = code;
        this.lines = List.copyOf(lines);
    }

    public ExitCode code() {
        return code;
    }

    public List<String> lines() {
        return lines;
    }
}
