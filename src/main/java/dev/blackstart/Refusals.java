package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.UnknownHosts;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.util.ArrayList;
import java.util.List;

/// What keeps a run from being opened, in sentences; nothing was sent.
final class Refusals {
    private Refusals() {}

    static CannotGoOn journal(JournalException e) {
        return new CannotGoOn(
                ExitCode.JOURNAL,
                "The journal cannot be used, so nothing was sent: " + e.getMessage());
    }

    static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused ->
                    throw new CannotGoOn(
                            ExitCode.REFUSED,
                            refused.problems().stream().map(Problem::toString).toList());
        };
    }

    /// Steps on hosts the inventory does not know.
    static void beforeOpening(Plan plan) {
        List<String> lines = new ArrayList<>(UnknownHosts.of(plan.runbook(), plan.inventory()));
        if (!lines.isEmpty()) {
            lines.add("Refused to open the run; nothing was sent.");
            throw new CannotGoOn(ExitCode.REFUSED, lines);
        }
    }
}
