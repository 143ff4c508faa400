package dev.blackstart.engine;

import dev.blackstart.journal.Installation;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.transport.wrapper.Fence;
import java.time.Duration;

/// Who carries a run out: what the journal lets write it, and hosts let act for it.
///
/// @param epoch under which this process has the run
/// @param seize a person took the run over, so fences of other installations are put aside
record Claimant(RunId run, long epoch, Installation installation, Person person, boolean seize) {
    /// For an action that takes so long at most.
    Fence acting(Duration timeout) {
        return fence(Fence.lease(timeout));
    }

    /// For what keeps nobody out.
    Fence looking() {
        return fence(Duration.ZERO);
    }

    private Fence fence(Duration lease) {
        return new Fence(
                epoch, installation.id(), lease, seize, run, person + "@" + installation.where());
    }
}
