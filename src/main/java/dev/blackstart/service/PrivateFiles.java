package dev.blackstart.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Small files that only their owner reads: mode 0600 in folders of mode 0700.
final class PrivateFiles {
    private PrivateFiles() {}

    static void folder(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// @throws java.nio.file.FileAlreadyExistsException when it is there
    static void create(Path file, String content) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    /// Whoever reads it sees the old content or the new one.
    static void replace(Path file, String content) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), "new-", ".part");
        Files.writeString(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Refusal unusable(Path file) {
        return new Refusal(Refusal.Kind.UNAVAILABLE, "The file " + file + " cannot be used.");
    }
}
