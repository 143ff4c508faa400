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

    private record Mount(Path point, String type) {}

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
            List<Mount> above =
                    lines.map(MountTable::mount)
                            .filter(mount -> real.startsWith(mount.point()))
                            .toList();
            return above.stream()
                    .reduce(MountTable::nearer)
                    .map(Mount::type)
                    .filter(MountTable::refused);
        }
    }

    /// Of two mounts on the same place the later one hides the other.
    private static Mount nearer(Mount one, Mount later) {
        return later.point().getNameCount() >= one.point().getNameCount() ? later : one;
    }

    private static boolean refused(String type) {
        return NOT_LOCAL.contains(type) || type.startsWith("fuse.");
    }

    /// The fifth field is the mount point; the type follows a lone hyphen behind a varying number
    /// of fields.
    private static Mount mount(String line) {
        String[] halves = line.split(" - ", 2);
        String point = halves[0].split(" ", -1)[4];
        String type = halves.length < 2 ? "" : halves[1].split(" ", -1)[0];
        return new Mount(Path.of(plain(point)), type);
    }

    /// The kernel writes space, tab, line end and backslash as octal.
    private static String plain(String escaped) {
        return escaped.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
