package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.util.List;
import java.util.Optional;

/// A run of a journal that was put aside, as far as it can still be told.
///
/// @param told how many events verify and can be told; what came after is not known unless `whole`
/// @param whole these are all events the run had
/// @param state what these events make; empty when there is none
/// @param held its rows of the table `locks`, which no chain covers: what it may act on, and whether
///   it had sent something
/// @param unresolved it is a row of the table `unresolved`: closed with an outcome unknown
/// @param files what it was opened with, where more must be told than its events and rows say
public record LeftRun(
        RunId run,
        long told,
        boolean whole,
        Optional<RunState> state,
        List<HeldLock> held,
        boolean unresolved,
        List<byte[]> files) {
    public LeftRun {
        held = List.copyOf(held);
        files = List.copyOf(files);
    }

    /// Is it known that it was over, with nothing unknown?
    public boolean over() {
        return whole
                && state.flatMap(RunState::closed)
                        .filter(closed -> closed.unknown().isEmpty())
                        .isPresent();
    }
}
