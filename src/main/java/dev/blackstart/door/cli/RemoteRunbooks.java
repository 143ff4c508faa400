package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.remote.RemoteService;
import dev.blackstart.run.RunState;
import dev.blackstart.view.DrillTable;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.RunbookTable;
import java.time.Instant;
import java.util.List;

/// The runbooks of a service as `list` shows those of this machine.
final class RemoteRunbooks {
    private final Standpoint at;
    private final RemoteService service;
    private final SharedOptions shared;

    RemoteRunbooks(Standpoint at, SharedOptions shared) {
        this.at = at;
        this.service = at.service().orElseThrow();
        this.shared = shared;
    }

    /// @return the exit code
    int list(boolean drills) {
        Printed out = new Printed(at.surroundings(), shared);
        if (drills) {
            DrillTable table = new DrillTable(service.drills());
            out.print(() -> table.lines(out.columns()), table::json);
            return ExitCode.DONE.number();
        }
        Instant now = at.surroundings().clock().instant();
        RunbookTable table = new RunbookTable(service.runbooks());
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            List<RunState> states = archive.states(JournalView.Kind.INDEBTED);
            out.print(
                    () -> LoanTable.of(states).below(table.lines(now, out.columns()), now),
                    () -> table.json(now));
        }
        return ExitCode.DONE.number();
    }
}
