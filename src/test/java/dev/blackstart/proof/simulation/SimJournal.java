package dev.blackstart.proof.simulation;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Installation;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.journal.Request;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The one journal of the machine as one process sees it: writes may fail, before or after they are
/// on disk, and the process may end before, within or after. What a write leaves that did not end
/// is taken away by whoever opens the journal next: that SQLite does so is another proof's matter.
final class SimJournal implements Journal {
    private final World world;
    private final SimProcess process;
    private final SimInstallation home;
    private final Journal disk;

    SimJournal(World world, SimProcess process, SimInstallation home) {
        this.world = world;
        this.process = process;
        this.home = home;
        this.disk = home.disk();
    }

    @Override
    public List<Recorded> append(
            RunId run, long epoch, long after, Instant at, List<RunEvent> events)
            throws JournalException {
        process.failPoint(Faults.Point.BEFORE_APPEND);
        boolean full = world.faults().full();
        if (full && world.dice().perMille(700)) {
            throw notWritten();
        }
        List<Recorded> recorded = disk.append(run, epoch, after, at, events);
        home.written(run, recorded);
        world.oracle().durable(process, run, recorded);
        if (full) {
            throw new JournalException(
                    JournalException.Kind.WRITTEN_AFTER_ALL, "the disk is full, it is there");
        }
        process.failPoint(Faults.Point.AFTER_APPEND);
        world.oracle().acknowledged(run, recorded);
        return recorded;
    }

    private static JournalException notWritten() {
        return new JournalException(JournalException.Kind.NOT_WRITTEN, "the disk is full");
    }

    private void written() throws JournalException {
        process.failPoint(Faults.Point.BEFORE_APPEND);
        if (world.faults().full()) {
            throw notWritten();
        }
    }

    @Override
    public List<Recorded> read(RunId run) throws JournalException {
        List<Recorded> events = home.read(run);
        world.oracle().read(run, events);
        return events;
    }

    @Override
    public ChainCopy chain(RunId run) throws JournalException {
        return disk.chain(run);
    }

    @Override
    public List<RunId> runs() throws JournalException {
        return disk.runs();
    }

    @Override
    public String keep(byte[] content) throws JournalException {
        written();
        return disk.keep(content);
    }

    @Override
    public Optional<byte[]> kept(String sha256) throws JournalException {
        return disk.kept(sha256);
    }

    @Override
    public Ownership claim(RunId run, Owner owner) throws JournalException {
        written();
        Ownership ownership = disk.claim(run, owner);
        if (ownership instanceof Ownership.Taken) {
            world.oracle().claimed(process, run);
            process.failPointAfterClaim();
        }
        return ownership;
    }

    @Override
    public long takeOver(RunId run, Owner owner) throws JournalException {
        written();
        long epoch = disk.takeOver(run, owner);
        world.oracle().claimed(process, run);
        process.failPointAfterClaim();
        return epoch;
    }

    @Override
    public void check(RunId run, long epoch) throws JournalException {
        disk.check(run, epoch);
    }

    @Override
    public Installation installation() throws JournalException {
        return disk.installation();
    }

    @Override
    public void release(RunId run, Owner owner) throws JournalException {
        written();
        disk.release(run, owner);
    }

    @Override
    public List<HeldLock> lock(Holder holder, Collection<Lock> wanted, boolean acted)
            throws JournalException {
        written();
        return disk.lock(holder, wanted, acted);
    }

    @Override
    public List<HeldLock> locks() throws JournalException {
        return disk.locks();
    }

    @Override
    public Optional<Owner> owner(RunId run) throws JournalException {
        return disk.owner(run);
    }

    @Override
    public long newest(RunId run) throws JournalException {
        return disk.newest(run);
    }

    @Override
    public void request(RunId run, Request request) throws JournalException {
        disk.request(run, request);
    }

    @Override
    public List<Request> takeRequests(RunId run) throws JournalException {
        return disk.takeRequests(run);
    }

    @Override
    public Audit audit() throws JournalException {
        return disk.audit();
    }

    @Override
    public void close() {}
}
