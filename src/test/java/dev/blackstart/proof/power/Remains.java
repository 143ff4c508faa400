package dev.blackstart.proof.power;

import dev.blackstart.proof.power.Disk.Inode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of the journal's directory that are left; none when the directory itself is gone.
record Remains(SortedMap<String, Inode> files, long hash) {
    static Remains of(Map<String, Inode> names) {
        TreeMap<String, Inode> files = new TreeMap<>();
        if (reachable(names)) {
            String inside = Recording.JOURNAL + "/";
            names.forEach((path, inode) -> {
                if (path.startsWith(inside)) {
                    files.put(path.substring(inside.length()), inode);
                }
            });
        }
        long hash = 0;
        for (Map.Entry<String, Inode> file : files.entrySet()) {
            hash +=
                    Content.mix(
                            file.getValue().content().hash()
                                    + Content.mix(file.getKey().hashCode()));
        }
        return new Remains(files, hash);
    }

    private static boolean reachable(Map<String, Inode> names) {
        String path = Recording.JOURNAL;
        while (!path.isEmpty()) {
            if (!names.containsKey(path)) {
                return false;
            }
            path = Disk.parent(path);
        }
        return true;
    }
}
