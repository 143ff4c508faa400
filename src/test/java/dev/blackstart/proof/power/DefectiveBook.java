package dev.blackstart.proof.power;

import dev.blackstart.journal.EventSamples;
import dev.blackstart.journal.WeakenedWriter;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.util.List;

/// The journal with a defect that the proof must find. Owners and locks are left out.
final class DefectiveBook implements Book {
    private final WeakenedWriter writer;
    private final Marks marks;

    DefectiveBook(Path directory, Marks marks, WeakenedWriter.Defect defect) throws Exception {
        this.writer = new WeakenedWriter(directory, defect);
        this.marks = marks;
    }

    @Override
    public void take(RunId run) {}

    @Override
    public void append(RunId run, long after, List<RunEvent> events) throws Exception {
        marks.begin();
        writer.append(
                run,
                after,
                EventSamples.AT,
                events,
                recorded -> {
                    Recorded last = recorded.getLast();
                    marks.acknowledge("append " + run + " " + last.sequence() + " " + last.hash());
                });
    }

    @Override
    public void keep(byte[] content) throws Exception {
        marks.begin();
        writer.keep(content);
        marks.acknowledge("keep");
    }

    @Override
    public void ask(RunId run) {}

    @Override
    public void release(RunId run) {}

    @Override
    public void close() throws Exception {
        writer.close();
    }
}
