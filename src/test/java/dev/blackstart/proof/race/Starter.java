package dev.blackstart.proof.race;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/// One process that opens a run as the engine does, and acts if it may.
///
/// @param takenOver another process takes the run while it acts
record Starter(Journal journal, RunId run, Set<Lock> wanted, boolean takenOver, World world) {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final Owner OWNER = Owner.current("anna", AT);

    /// @return whether it got its locks
    boolean starts(CyclicBarrier together) throws Exception {
        long epoch = ((Ownership.Taken) journal.claim(run, OWNER)).epoch();
        together.await(60, TimeUnit.SECONDS);
        Holder holder = new Holder(run, "anna", "Bring it back", AT);
        boolean won = journal.lock(holder, wanted, false).isEmpty();
        together.await(60, TimeUnit.SECONDS);
        if (won) {
            acts(epoch);
        }
        journal.release(run, OWNER);
        return won;
    }

    private void acts(long epoch) throws JournalException {
        journal.append(run, epoch, 0, AT, List.of(sending()));
        world.acts(run, wanted);
        long now = takenOver ? journal.takeOver(run, OWNER) : epoch;
        if (takenOver && records(epoch)) {
            throw new AssertionError(run + " was taken over and recorded all the same");
        }
        world.ends(run);
        RunEvent closed = new RunEvent.Closed(Verdict.STOPPED, List.of(), AT);
        journal.append(run, now, 1, AT, List.of(closed));
    }

    private boolean records(long epoch) throws JournalException {
        try {
            journal.append(run, epoch, 1, AT, List.of(sending()));
            return true;
        } catch (JournalException e) {
            if (e.kind() != JournalException.Kind.FENCED) {
                throw e;
            }
            return false;
        }
    }

    private static RunEvent sending() {
        return new RunEvent.Dispatched(
                new ActionKey(new StepId("cut"), new HostName("a"), 1),
                Purpose.ACT,
                "k7x2k7x2",
                "0".repeat(64),
                new GateId(1));
    }
}
