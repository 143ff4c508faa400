package dev.blackstart.door.cli.doctor;

import dev.blackstart.journal.Mount;
import java.nio.file.Path;
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

    private final List<Mount> mounts;

    /// @param lines of `/proc/self/mountinfo`; none where there is no such file
    public Mounts(List<String> lines) {
        this.mounts = lines.stream().map(Mount::of).flatMap(Optional::stream).toList();
    }

    /// The type of the file system when it is one that another machine must serve.
    public Optional<String> far(Path path) {
        return Mount.under(path.toAbsolutePath().normalize(), mounts)
                .map(Mount::type)
                .filter(Mounts::far);
    }

    private static boolean far(String type) {
        return FAR.contains(type)
                || type.matches("fuse\\.(sshfs|ceph.*|glusterfs.*|s3fs|rclone|gcsfuse|davfs.*)");
    }
}
