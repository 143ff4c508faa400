package dev.blackstart.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which file system a directory is on, by `/proc/self/mountinfo`. SQLite's locks and its shared
/// memory hold only on a local one.
public final class MountTable {
    private static final Set<String> NOT_LOCAL =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb3",
                    "smbfs",
                    "9p",
                    "virtiofs",
                    "ceph",
                    "lustre",
                    "glusterfs",
                    "afs",
                    "gfs2",
                    "ocfs2",
                    "vboxsf",
                    "ncpfs",
                    "fuse",
                    "fuseblk");

    private final Path mountinfo;

    public MountTable(Path mountinfo) {
        this.mountinfo = mountinfo;
    }

    public static MountTable ofThisMachine() {
        return new MountTable(Path.of("/proc/self/mountinfo"));
    }

    /// The type of the file system when that is a network, shared or FUSE one; empty when it is
    /// local.
    ///
    /// @param directory an existing directory
    public Optional<String> notLocal(Path directory) throws IOException {
        if (!Files.isReadable(mountinfo)) {
            return Optional.of(Files.getFileStore(directory).type()).filter(MountTable::refused);
        }
        Path real = directory.toRealPath();
        try (Stream<String> lines = Files.lines(mountinfo)) {
            List<Mount> mounts = lines.map(Mount::of).flatMap(Optional::stream).toList();
            return Mount.under(real, mounts).map(Mount::type).filter(MountTable::refused);
        }
    }

    private static boolean refused(String type) {
        return NOT_LOCAL.contains(type) || type.startsWith("fuse.");
    }
}
