package dev.blackstart.service;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import java.time.Instant;
import java.util.Optional;

/// Which runs are wanted, newest first.
///
/// @param open only those that are not closed
/// @param since only those opened then or later
/// @param before only those older than this one: the last of the page before
/// @param limit at most so many, 1 to 200
public record RunQuery(
        boolean open,
        Optional<String> runbook,
        Optional<Mode> mode,
        Optional<Verdict> verdict,
        Optional<String> by,
        Optional<String> host,
        Optional<Instant> since,
        Optional<RunId> before,
        int limit) {
    public static final int MOST = 200;
    public static final int USUAL = 50;

    public static final RunQuery ALL = of(false, USUAL);

    /// Every run that is not closed.
    public static final RunQuery OPEN = of(true, MOST);

    private static RunQuery of(boolean open, int limit) {
        return new RunQuery(
                open,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    public RunQuery {
        if (limit < 1 || limit > MOST) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "limit must be a number from 1 to " + MOST + ".");
        }
    }

    boolean takes(RunSummary run) {
        return !(open && !run.open())
                && runbook.map(run.runbook()::equals).orElse(true)
                && mode.map(run.mode()::equals).orElse(true)
                && verdict.map(it -> run.verdict().filter(it::equals).isPresent()).orElse(true)
                && by.map(run.by()::equals).orElse(true)
                && host.map(run.hosts()::contains).orElse(true)
                && since.map(it -> !run.opened().isBefore(it)).orElse(true)
                && before.map(it -> run.run().compareTo(it) < 0).orElse(true);
    }
}
