package dev.blackstart.door.cli;

import dev.blackstart.view.NotDone;
import java.util.List;

/// A verb cannot do what it was asked for a reason the operator must hear. Its lines are complete
/// sentences; the door prints them and ends with the code.
public final class CannotGoOn extends NotDone {
    private final ExitCode code;

    public CannotGoOn(ExitCode code, String sentence) {
        this(code, List.of(sentence));
    }

    public CannotGoOn(ExitCode code, List<String> lines) {
        super(lines);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
