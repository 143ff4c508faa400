package dev.blackstart.proof.power;

import dev.blackstart.proof.power.Content.Before;
import dev.blackstart.proof.power.Disk.Inode;
import dev.blackstart.proof.power.Disk.Pending;
import dev.blackstart.proof.power.Operation.Removed;
import dev.blackstart.proof.power.Operation.Resized;
import dev.blackstart.proof.power.Operation.Written;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.IntPredicate;

/// What became of the pending operations when the power went. Everything it does to contents can be
/// undone, so that the next crash can be tried on the same disk.
final class Persistence {
    private final Map<String, Inode> names;
    private final Deque<Undo> undo = new ArrayDeque<>();

    private record Undo(Content content, Before before) {}

    /// @param names what the directories hold; changed
    Persistence(Map<String, Inode> names) {
        this.names = names;
    }

    static void all(Pending pending, Map<String, Inode> names) {
        new Persistence(names).whole(pending);
    }

    void whole(Pending pending) {
        torn(pending, sector -> true);
    }

    /// @param sectors which sectors of a write reached the disk, counted within the file
    void torn(Pending pending, IntPredicate sectors) {
        switch (pending.operation()) {
            case Written written -> written(content(pending), written, sectors);
            case Resized resized -> changed(content(pending), resized);
            case Removed removed -> names.remove(removed.path());
            default ->
                    pending.inode()
                            .ifPresent(inode ->
                                    names.put(
                                            ((Operation.Naming) pending.operation()).path(),
                                            inode));
        }
    }

    private static Content content(Pending pending) {
        return pending.inode().orElseThrow().content();
    }

    private void changed(Content content, Resized resized) {
        undo.push(new Undo(content, content.resize(resized.size())));
    }

    private void written(Content content, Written written, IntPredicate sectors) {
        int end = written.offset() + written.data().length;
        int from = written.offset();
        while (from < end) {
            int sector = from / Content.SECTOR;
            int to = Math.min(end, (sector + 1) * Content.SECTOR);
            if (sectors.test(sector)) {
                while (to < end && sectors.test(to / Content.SECTOR)) {
                    to = Math.min(end, to + Content.SECTOR);
                }
                undo.push(
                        new Undo(
                                content,
                                content.write(
                                        from, written.data(), from - written.offset(), to - from)));
            }
            from = to;
        }
    }

    /// The file is as long as it was to become, though what was written there is not there.
    void lengthen(Content content, int size, byte[] filling) {
        int had = content.size();
        if (size <= had) {
            return;
        }
        undo.push(new Undo(content, content.resize(size)));
        for (int at = had; at < size && filling.length > 0; at += filling.length) {
            int length = Math.min(filling.length, size - at);
            undo.push(new Undo(content, content.write(at, filling, 0, length)));
        }
    }

    void undo() {
        while (!undo.isEmpty()) {
            Undo last = undo.pop();
            last.content().undo(last.before());
        }
    }
}
