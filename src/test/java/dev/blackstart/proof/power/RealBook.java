package dev.blackstart.proof.power;

import dev.blackstart.journal.EventSamples;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.journal.Request;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The journal as it is shipped.
final class RealBook implements Book {
    private final SqliteJournal journal;
    private final Marks marks;
    private final Map<RunId, Long> epochs = new HashMap<>();
    private final Owner owner = Owner.current("anna", EventSamples.AT);

    RealBook(Path directory, Marks marks) throws Exception {
        this.journal = SqliteJournal.open(directory);
        this.marks = marks;
    }

    @Override
    public void take(RunId run) throws Exception {
        claim(run);
        Holder holder = new Holder(run, "anna", "a test", EventSamples.AT);
        marks.begin();
        journal.lock(holder, List.of(Lock.resource("a" + run), Lock.resource("b" + run)), false);
        marks.acknowledge("lock " + run);
    }

    private long claim(RunId run) throws Exception {
        marks.begin();
        Ownership.Taken taken = (Ownership.Taken) journal.claim(run, owner);
        marks.acknowledge("claim " + run);
        epochs.put(run, taken.epoch());
        return taken.epoch();
    }

    @Override
    public void append(RunId run, long after, List<RunEvent> events) throws Exception {
        Long taken = epochs.get(run);
        long epoch = taken == null ? claim(run) : taken;
        marks.begin();
        Recorded last = journal.append(run, epoch, after, EventSamples.AT, events).getLast();
        marks.acknowledge("append " + run + " " + last.sequence() + " " + last.hash());
        if (after % 40 == 0) {
            journal.read(run); // a reader comes and goes, as screens do
        }
    }

    @Override
    public void keep(byte[] content) throws Exception {
        marks.begin();
        marks.acknowledge("keep " + journal.keep(content));
    }

    @Override
    public void ask(RunId run) throws Exception {
        marks.begin();
        journal.request(run, new Request("stop", "ben", "wrong cluster"));
        marks.acknowledge("request " + run);
        marks.begin();
        journal.takeRequests(run);
        marks.acknowledge("take " + run);
    }

    @Override
    public void release(RunId run) throws Exception {
        marks.begin();
        journal.release(run, owner);
        marks.acknowledge("release " + run);
    }

    @Override
    public void close() {
        journal.close();
    }
}
