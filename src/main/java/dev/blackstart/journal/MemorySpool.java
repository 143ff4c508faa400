package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.blackstart.run.RunId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Files in a folder that no disk stands behind, such as `/dev/shm`: they outlive the process, not
/// the machine. One file a run, one line an event. The folder is its user's alone; what anybody
/// else made there is not read.
public final class MemorySpool implements Spool {
    private static final String ENDING = ".outcomes";
    private static final Path SHARED = Path.of("/dev/shm");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final int user;

    /// @param shared a folder that everybody may write, where only its owner can remove a file
    /// @param user number of the user this process runs as
    MemorySpool(Path shared, int user) {
        this.folder = shared.resolve("blackstart-" + user);
        this.user = user;
    }

    /// That of this machine; no place where it has none.
    public static Spool ofThisMachine() {
        try {
            return new MemorySpool(SHARED, owner(Path.of("/proc/self")));
        } catch (IOException | UnsupportedOperationException e) {
            return NONE;
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Optional<String> hold(RunId run, List<Carried> events) {
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            if (foreign(folder).isPresent()) {
                return Optional.empty();
            }
            Path fresh = folder.resolve(run + ".new");
            Files.deleteIfExists(fresh);
            Files.write(
                    fresh,
                    events.stream().map(Carried::word).toList(),
                    US_ASCII,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(fresh, file(run), StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(file(run).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Why what is there is not ours alone; empty when it is.
    private Optional<String> foreign(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return Optional.of("is a link");
        }
        if (owner(path) != user) {
            return Optional.of("belongs to another user");
        }
        Set<PosixFilePermission> open =
                Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        return open.contains(PosixFilePermission.GROUP_WRITE)
                        || open.contains(PosixFilePermission.OTHERS_WRITE)
                ? Optional.of("may be written by others")
                : Optional.empty();
    }

    @Override
    public Found find(RunId run) {
        Path file = file(run);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Found.NOTHING;
            }
            Optional<String> foreign = foreign(folder);
            foreign = foreign.isPresent() ? foreign : foreign(file);
            if (foreign.isPresent()) {
                return unusable(file, "it " + foreign.get());
            }
            List<Carried> events = new ArrayList<>();
            for (String line : Files.readAllLines(file, US_ASCII)) {
                events.add(Carried.read(line));
            }
            return new Found(events, Optional.empty());
        } catch (IOException e) {
            return unusable(file, "it cannot be read");
        } catch (JournalException e) {
            return unusable(file, e.getMessage());
        }
    }

    @Override
    public List<RunId> held() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(RunId::allowed)
                    .sorted()
                    .map(RunId::new)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Found unusable(Path file, String why) {
        return new Found(
                List.of(),
                Optional.of(
                        "What %s holds for this run is not used: %s. The hosts are asked instead."
                                .formatted(file, why)));
    }

    @Override
    public void discard(RunId run) {
        try {
            Files.deleteIfExists(file(run));
        } catch (IOException e) {
            // what it holds is recorded, and so is not taken a second time
            return;
        }
    }

    @Override
    public void setAside(RunId run) {
        try {
            Files.move(
                    file(run),
                    folder.resolve(run + ".not-used"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // then it is found, and refused, once more
            return;
        }
    }

    private Path file(RunId run) {
        return folder.resolve(run + ENDING);
    }
}
