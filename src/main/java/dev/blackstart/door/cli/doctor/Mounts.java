package dev.blackstart.door.cli.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which file system a path lies on, from the list of mounts alone: to ask the path itself would
/// hang on a dead mount.
public final class Mounts {
    private static final Set<String> FAR =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb3",
                    "smbfs",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "beegfs",
                    "afs",
                    "gfs2",
                    "ocfs2",
                    "autofs",
                    "davfs");

    private record Mount(Path point, String type) {}

    private final List<Mount> mounts = new ArrayList<>();

    /// @param lines of `/proc/self/mountinfo`; none where there is no such file
    public Mounts(List<String> lines) {
        lines.forEach(line -> parsed(line).ifPresent(mounts::add));
    }

    /// The type of the file system when it is one that another machine must serve.
    public Optional<String> far(Path path) {
        Path wanted = path.toAbsolutePath().normalize();
        Optional<Mount> deepest = Optional.empty();
        for (Mount mount : mounts) {
            boolean deeper =
                    deepest.isEmpty()
                            || mount.point().getNameCount() >= deepest.get().point().getNameCount();
            if (wanted.startsWith(mount.point()) && deeper) {
                deepest = Optional.of(mount);
            }
        }
        return deepest.map(Mount::type).filter(Mounts::far);
    }

    private static boolean far(String type) {
        return FAR.contains(type)
                || type.matches("fuse\\.(sshfs|ceph.*|glusterfs.*|s3fs|rclone|gcsfuse|davfs.*)");
    }

    private static Optional<Mount> parsed(String line) {
        String[] halves = line.split(" - ", 2);
        String[] fields = halves[0].split(" ");
        return halves.length < 2 || fields.length < 5
                ? Optional.empty()
                : Optional.of(new Mount(Path.of(unescaped(fields[4])), halves[1].split(" ", 2)[0]));
    }

    private static String unescaped(String point) {
        return point.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
