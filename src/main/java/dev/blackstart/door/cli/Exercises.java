package dev.blackstart.door.cli;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// When each runbook was last rehearsed, drilled or run to an end, as the journal knows it.
final class Exercises {
    private final Ports.Journals journals;
    private final Consumer<String> warn;

    /// @param warn told what of the journal cannot be read; the runbooks are listed all the same
    Exercises(Ports.Journals journals, Consumer<String> warn) {
        this.journals = journals;
        this.warn = warn;
    }

    /// Nothing is made or opened where there is no journal yet.
    List<RunState> states(Path folder) {
        if (!Files.isRegularFile(folder.resolve("journal.db"))) {
            return List.of();
        }
        try (Archive archive = Archive.open(journals, folder)) {
            List<RunState> states = archive.states();
            archive.unreadable().forEach(warn);
            return states;
        } catch (CannotGoOn e) {
            e.lines().forEach(warn);
            return List.of();
        }
    }

    static Map<String, Instant> newest(List<RunState> states) {
        Map<String, Instant> newest = new HashMap<>();
        states.forEach(state -> take(state, newest));
        return newest;
    }

    private static void take(RunState state, Map<String, Instant> newest) {
        Optional<RunEvent.RunOpened> opened = state.opened();
        if (opened.isPresent()
                && state.closed().isPresent()
                && opened.get().mode() != Mode.DIAGNOSIS
                && state.openedAt().isPresent()) {
            newest.merge(
                    opened.get().runbook(),
                    state.openedAt().get(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
    }
}
