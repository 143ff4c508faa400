package dev.blackstart.journal;

import dev.blackstart.journal.JournalException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The directory of the journal: made for the owner alone when it is not there; in one that a group
/// may write, the group may write the journal too.
record JournalDirectory(Path path) {
    static final String NAME = "journal.db";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    /// @param begins a new journal is wanted, whatever was there before
    static JournalDirectory prepare(Path directory, MountTable mounts, boolean begins)
            throws JournalException {
        try {
            Path absolute = directory.toAbsolutePath().normalize();
            if (absolute.toString().contains("?")) {
                throw new JournalException(
                        Kind.NOT_DURABLE,
                        "the journal's directory "
                                + absolute
                                + " has a ? in its name; choose another");
            }
            if (Unwritable.is(absolute)) {
                throw new Unwritable(absolute).refused();
            }
            if (!begins) {
                refuseGone(absolute);
            }
            Files.createDirectories(absolute, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            refuseForeign(absolute, mounts);
            JournalDirectory prepared = new JournalDirectory(absolute);
            prepared.makeFile();
            if (Files.size(prepared.file()) == 0) {
                prepared.sync();
            }
            return prepared;
        } catch (IOException e) {
            throw new JournalException(
                    Kind.NOT_WRITTEN,
                    "cannot use the journal's directory " + directory + ": " + reason(e),
                    e);
        }
    }

    Path file() {
        return path.resolve(NAME);
    }

    static void refuseGone(Path directory) throws IOException, JournalException {
        Path file = directory.resolve(NAME);
        if (filled(file)) {
            return;
        }
        Optional<String> trace = new Traces(directory).first();
        // looked at again behind the trace: another process may just have begun it
        if (trace.isPresent() && !filled(file)) {
            throw Traces.gone(file, Files.exists(file) ? "is empty" : "is missing", trace.get());
        }
    }

    private static boolean filled(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static void refuseForeign(Path directory, MountTable mounts)
            throws IOException, JournalException {
        Optional<String> type = mounts.notLocal(directory);
        if (type.isPresent()) {
            throw new JournalException(
                    Kind.NOT_DURABLE,
                    "the journal's directory %s is on %s, where locks and writes cannot be relied on; choose a local disk"
                            .formatted(directory, type.get()));
        }
    }

    /// SQLite gives its side files the permissions of this one.
    private void makeFile() throws IOException {
        Set<PosixFilePermission> wanted =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (Files.getPosixFilePermissions(path).contains(PosixFilePermission.GROUP_WRITE)) {
            wanted.add(PosixFilePermission.GROUP_READ);
            wanted.add(PosixFilePermission.GROUP_WRITE);
        }
        try {
            Files.createFile(file(), PosixFilePermissions.asFileAttribute(wanted));
            Files.setPosixFilePermissions(file(), wanted); // past the umask
        } catch (FileAlreadyExistsException made) {
            // by an earlier start; its permissions are the operator's
        }
    }

    /// A file survives a power loss only when the names of its directories do, which syncing the
    /// file does not ensure. Done while nothing has been recorded yet; only where this process may
    /// write can it, or one before it that came no further, have made a directory.
    private void sync() throws IOException {
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (Files.isWritable(folder) && Files.isReadable(folder)) {
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        }
    }

    private static String reason(IOException e) {
        return e.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replace(" Exception", "")
                + " "
                + e.getMessage();
    }
}
