package dev.blackstart.engine;

import dev.blackstart.journal.Installation;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.transport.wrapper.Fence;
import java.time.Duration;

/// Who carries a run out: what the journal lets write it, and hosts let act for it.
///
/// @param epoch under which this process has the run
record Claimant(RunId run, long epoch, Installation installation, Person person) {
    /// For an action, until nothing of it runs on.
    ///
    /// @param seize a person decided that fences of other installations are put aside there
    Fence acting(Directive.Act act, boolean seize) {
        return fence(Fence.lease(act.prepared().timeout(), act.revert()), seize);
    }

    /// For what keeps nobody out.
    Fence looking() {
        return fence(Duration.ZERO, false);
    }

    private Fence fence(Duration lease, boolean seize) {
        return new Fence(
                epoch, installation.id(), lease, seize, run, person + "@" + installation.where());
    }
}
