package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.view.Standing;
import java.util.List;

/// The runs of a runbook that stand still and that nobody carries out: a person who begins another
/// one may not know of them.
final class LeftOpen {
    private final Archive archive;

    LeftOpen(Archive archive) {
        this.archive = archive;
    }

    /// One sentence for each, newest first.
    List<String> of(RunbookName runbook) {
        return archive.states(JournalView.Kind.OPEN).stream()
                .filter(state -> state.closed().isEmpty())
                .flatMap(state ->
                        state.opened().stream()
                                .filter(opened -> opened.mode() == Mode.LIVE)
                                .filter(opened -> opened.runbook().equals(runbook.value()))
                                .filter(opened -> archive.owner(opened.run()).isEmpty())
                                .map(opened -> sentence(opened, state)))
                .toList();
    }

    private static String sentence(RunEvent.RunOpened opened, RunState state) {
        String why =
                state.paused()
                        .map(paused -> Standing.of(state) + ": " + paused.reason())
                        .orElse(Standing.of(state));
        return "Run %s of this runbook is not closed (%s); blackstart resume %s goes on with it. This is a new one."
                .formatted(opened.run(), why, opened.run());
    }
}
