package dev.blackstart.journal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// One line of `/proc/self/mountinfo`.
///
/// @param point where the file system is seen
/// @param type such as `ext4`
public record Mount(Path point, String type) {
    /// The fifth field is the mount point; the type follows a lone hyphen behind a varying number
    /// of fields. Empty for a line that is none of these.
    public static Optional<Mount> of(String line) {
        String[] halves = line.split(" - ", 2);
        String[] fields = halves[0].split(" ", -1);
        return halves.length < 2 || fields.length < 5
                ? Optional.empty()
                : Optional.of(new Mount(Path.of(plain(fields[4])), halves[1].split(" ", 2)[0]));
    }

    /// The one that a path lies on; of two on the same place the later hides the other.
    ///
    /// @param mounts in the order of the kernel's list
    /// @param path absolute; it is not touched, since on a dead mount that would hang
    public static Optional<Mount> under(Path path, Collection<Mount> mounts) {
        return mounts.stream()
                .filter(mount -> path.startsWith(mount.point()))
                .reduce(Mount::nearer);
    }

    private static Mount nearer(Mount one, Mount later) {
        return later.point().getNameCount() >= one.point().getNameCount() ? later : one;
    }

    /// The kernel writes space, tab, line end and backslash as octal.
    private static String plain(String escaped) {
        return escaped.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
