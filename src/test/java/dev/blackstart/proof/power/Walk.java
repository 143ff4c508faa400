package dev.blackstart.proof.power;

import dev.blackstart.proof.power.Operation.Acknowledged;
import dev.blackstart.proof.power.Operation.Begun;
import java.io.IOException;
import java.util.TreeMap;

/// Goes through a recording from its beginning to its end and lets the power go at every moment.
final class Walk {
    private final Recording recording;
    private final boolean lies;
    private final Disk disk;
    private int acknowledged;
    private int begun;

    @FunctionalInterface
    interface Visitor {
        /// @param acknowledged last acknowledged call, 0 before the first
        /// @param begun last call that has begun
        void visit(Remains remains, int acknowledged, int begun) throws IOException;
    }

    Walk(Recording recording, boolean lies) {
        this.recording = recording;
        this.lies = lies;
        this.disk = new Disk(lies);
    }

    /// One crash at each moment, except where this round has nothing that was not tried before. On
    /// a disk that lies nearly everything is pending, so there only chance does harm.
    void round(int number, long seed, Visitor visitor) throws IOException {
        int round = lies ? Crash.BY_CHANCE + number : number;
        for (int moment = 0; moment < recording.operations().size(); moment++) {
            Operation operation = recording.operations().get(moment);
            step(operation);
            if (!(operation instanceof Begun) && (number == 0 || !disk.pending().isEmpty())) {
                Crash crash = new Crash(disk.pending(), round, seed, moment);
                crash(crash, visitor);
            }
        }
    }

    /// The process stops at the beginning of each call and in the end, the disk keeps everything.
    void whole(Visitor visitor) throws IOException {
        for (int moment = 0; moment < recording.operations().size(); moment++) {
            Operation operation = recording.operations().get(moment);
            if (operation instanceof Begun) {
                crash(new Crash(disk.pending(), Crash.EVERYTHING, 0, moment), visitor);
            }
            step(operation);
        }
        crash(new Crash(disk.pending(), Crash.EVERYTHING, 0, 0), visitor);
    }

    private void step(Operation operation) {
        disk.apply(operation);
        if (operation instanceof Begun begins) {
            begun = begins.call();
        } else if (operation instanceof Acknowledged done) {
            acknowledged = done.call();
        }
    }

    private void crash(Crash crash, Visitor visitor) throws IOException {
        TreeMap<String, Disk.Inode> names = new TreeMap<>(disk.durable());
        Persistence persistence = crash.on(names);
        visitor.visit(Remains.of(names), acknowledged, begun);
        persistence.undo();
    }
}
