package dev.blackstart.view;

import dev.blackstart.run.LeftBehind;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/// The last lines of a run: its verdict in capitals, what that means, and why.
public record ClosingLines(int columns) {
    /// @param left the hosts that the run did without
    List<String> of(RunEvent.Closed event, Mode mode, List<LeftBehind> left) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(Wrapped.lines("== " + headline(event.verdict(), mode, left), columns));
        event.reasons()
                .forEach(reason ->
                        Wrapped.lines(reason, columns - 3)
                                .forEach(line -> lines.add("   " + line)));
        return List.copyOf(lines);
    }

    /// @param left the hosts that the run did without: a recovery is not said of them
    public static String headline(Verdict verdict, Mode mode, List<LeftBehind> left) {
        return switch (verdict) {
            case RECOVERED ->
                    "RECOVERED: what was wrong is repaired, and proven where a step says how.";
            case RECOVERED_WITH_LOANS ->
                    "RECOVERED WITH LOANS: emergency changes must be taken back.";
            case PARTIAL ->
                    left.isEmpty()
                            ? "PARTIAL: a part is repaired; what was skipped, or refused for want of evidence, is not."
                            : "PARTIAL, recovered"
                                    + Without.told(left)
                                    + ": what was wrong on the other hosts is repaired, and proven where a step says how.";
            case NOT_NEEDED -> "NOT NEEDED: nothing was wrong that this runbook would change.";
            case STILL_BROKEN -> "STILL BROKEN: what was wrong is not repaired.";
            case UNDECIDED -> "UNDECIDED: the evidence does not say what is wrong.";
            case STOPPED -> "STOPPED: ended by a person's choice before it was done.";
            case WITH_UNKNOWNS -> "WITH UNKNOWNS: nobody has established what some actions did.";
            case DIAGNOSED ->
                    mode == Mode.REHEARSAL
                            ? "REHEARSED: looked at everything, showed what it would do; nothing was sent."
                            : "DIAGNOSED: looked at everything, changed nothing.";
        };
    }
}
