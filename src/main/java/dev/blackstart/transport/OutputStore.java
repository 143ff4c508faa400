package dev.blackstart.transport;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Keeps the output of commands as files named by their digest: `ab/cdef…` under one directory.
public final class OutputStore {
    private final Path directory;
    private final Masking masking;

    public OutputStore(Path directory, Masking masking) {
        this.directory = directory;
        this.masking = masking;
    }

    /// @param limit most bytes kept in the file; beyond it the file holds head and tail only
    public OutputSink open(long limit) {
        return new OutputSink(this, masking.begin(), limit);
    }

    /// Where the file of a digest is, when it is there.
    public Optional<Path> find(String digest) {
        return Optional.of(place(digest)).filter(Files::isRegularFile);
    }

    private Path place(String digest) {
        return directory.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    Path temporary() throws IOException {
        Files.createDirectories(directory);
        return Files.createTempFile(
                directory,
                "output",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    void keep(Path temporary, String digest) throws IOException {
        Path place = place(digest);
        Files.createDirectories(place.getParent());
        try {
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
