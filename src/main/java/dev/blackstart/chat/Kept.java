package dev.blackstart.chat;

import dev.blackstart.run.RunId;
import dev.blackstart.service.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which message stands where, a small file each, so that a service that was stopped edits the same
/// messages again. An empty file is a message of which it is not known whether it arrived.
final class Kept {
    private final Path folder;

    Kept(Path folder) {
        this.folder = folder;
    }

    /// @return the id; an empty text when a message may have been sent; nothing when none was
    Optional<String> id(Slot.Key key) {
        Path file = file(key);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw unusable(file);
        }
    }

    void keep(Slot.Key key, String id) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.writeString(file(key), id + "\n");
        } catch (IOException e) {
            throw unusable(file(key));
        }
    }

    /// It was not taken.
    void drop(Slot.Key key) {
        delete(file(key));
    }

    /// The run is closed and everything was told.
    void forget(RunId run) {
        files().filter(file -> run(file).filter(run::equals).isPresent()).forEach(Kept::delete);
    }

    /// The runs of which something is told.
    Set<RunId> runs() {
        Set<RunId> runs = new TreeSet<>();
        files().forEach(file -> run(file).ifPresent(runs::add));
        return runs;
    }

    private static Optional<RunId> run(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\..*", "");
        return RunId.allowed(name) ? Optional.of(new RunId(name)) : Optional.empty();
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw unusable(folder);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(file);
        }
    }

    private static Refusal unusable(Path file) {
        return new Refusal(Refusal.Kind.UNAVAILABLE, "The file " + file + " cannot be used.");
    }

    private Path file(Slot.Key key) {
        return folder.resolve(key.toString());
    }
}
