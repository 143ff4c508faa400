package dev.blackstart.proof.power;

import dev.blackstart.proof.power.Operation.Acknowledged;
import dev.blackstart.proof.power.Operation.Begun;
import dev.blackstart.proof.power.Operation.Change;
import dev.blackstart.proof.power.Operation.Created;
import dev.blackstart.proof.power.Operation.Naming;
import dev.blackstart.proof.power.Operation.Removed;
import dev.blackstart.proof.power.Operation.Synced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A disk as far as it is certain, and what has been asked of it since. A sync of a file makes its
/// content durable, a sync of a directory the names in it; nothing else does.
final class Disk {
    /// Name of the recorded folder itself, which is there before and after.
    private static final String ROOT = "";

    private final TreeMap<String, Inode> durable = new TreeMap<>();
    private final Map<String, Inode> live = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final boolean lies;
    private int inodes;

    /// What a name stands for.
    record Inode(int number, boolean directory, Content content) {}

    /// What has been asked and may or may not be on the disk.
    ///
    /// @param inode whose content changes, or which gets the name; empty when the name goes
    record Pending(Operation operation, Optional<Inode> inode) {}

    /// @param lies syncing a file changes nothing: what was acknowledged may be lost in part
    Disk(boolean lies) {
        this.lies = lies;
    }

    void apply(Operation operation) {
        switch (operation) {
            case Created created -> {
                Inode inode = new Inode(inodes++, created.directory(), new Content());
                live.put(created.path(), inode);
                pending.add(new Pending(created, Optional.of(inode)));
            }
            case Removed removed -> {
                live.remove(removed.path());
                pending.add(new Pending(removed, Optional.empty()));
            }
            case Change change ->
                    pending.add(new Pending(change, Optional.of(inode(change.path()))));
            case Synced synced -> sync(synced.path());
            case Begun begun -> {}
            case Acknowledged acknowledged -> {}
        }
    }

    private Inode inode(String path) {
        Inode inode = live.get(path);
        if (inode == null) {
            throw new IllegalStateException("the recording does not show how " + path + " began");
        }
        return inode;
    }

    private void sync(String path) {
        boolean directory = path.equals(ROOT) || inode(path).directory();
        Optional<Inode> file = directory ? Optional.empty() : Optional.of(inode(path));
        List<Pending> left = new ArrayList<>();
        for (Pending one : pending) {
            boolean reached =
                    switch (one.operation()) {
                        case Naming naming when lies -> true;
                        case Naming naming -> directory && parent(naming.path()).equals(path);
                        default -> !lies && file.isPresent() && one.inode().equals(file);
                    };
            if (reached) {
                Persistence.all(one, durable);
            } else {
                left.add(one);
            }
        }
        pending.clear();
        pending.addAll(left);
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /// In the order in which it was asked.
    List<Pending> pending() {
        return pending;
    }

    Map<String, Inode> durable() {
        return durable;
    }
}
