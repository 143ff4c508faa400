package dev.blackstart.view.report;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.view.Json;
import java.util.List;

/// What came of one step on one host, or of the whole step.
///
/// @param details the values it found, or what else was done for it
record Cell(Mark mark, String word, List<String> details) {
    Cell {
        details = List.copyOf(details);
    }

    static Cell of(Observation observation, List<String> details) {
        return switch (observation) {
            case Observation.Seen seen ->
                    seen.timedOut()
                            ? new Cell(Mark.BAD, "hung", details)
                            : new Cell(Mark.GOOD, "answered", details);
            case Observation.NoAnswer none ->
                    none.by().silence()
                            ? new Cell(Mark.OPEN, "no answer", details)
                            : new Cell(Mark.OPEN, none.by().word().replace('_', ' '), details);
            case Observation.NotAdmissible not -> new Cell(Mark.NONE, "may not testify", details);
        };
    }

    static Cell of(ActionProgress progress, List<String> details) {
        return new Cell(
                progress.outcome().map(Cell::mark).orElse(Mark.OPEN), outcome(progress), details);
    }

    /// @return a detail such as `evidence kept: succeeded`
    static String besides(Purpose purpose, ActionProgress progress) {
        return switch (purpose) {
            case PRESERVE -> "evidence kept: " + outcome(progress);
            case ACT -> outcome(progress);
            case RELEASE -> "released: " + outcome(progress);
            case UNDO -> "undone: " + outcome(progress);
        };
    }

    private static String outcome(ActionProgress progress) {
        return progress.outcome().map(Outcome::word).orElse("not ended").replace('_', ' ');
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded it -> Mark.GOOD;
            case Outcome.Failed it -> Mark.BAD;
            case Outcome.TimedOut it -> Mark.BAD;
            case Outcome.Unreachable it -> it.by().silence() ? Mark.OPEN : Mark.HELD;
            case Outcome.Unknown it -> Mark.OPEN;
            case Outcome.Rehearsed it -> Mark.NONE;
        };
    }

    static Cell of(StepOutcome outcome) {
        Mark mark =
                switch (outcome) {
                    case SUCCEEDED -> Mark.GOOD;
                    case NOT_NEEDED -> Mark.NONE;
                    case REFUSED, UNDECIDED -> Mark.HELD;
                    case FAILED -> Mark.BAD;
                    case SKIPPED -> Mark.NONE;
                    case UNDONE -> Mark.HELD;
                    case REVERTED -> Mark.BAD;
                    case REHEARSED -> Mark.NONE;
                };
        return new Cell(mark, outcome.word().replace('_', ' '), List.of());
    }

    Json.Fields json() {
        return Json.object()
                .with("mark", mark.word())
                .with("word", word)
                .with("details", Json.texts(details));
    }
}
