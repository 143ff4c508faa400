package dev.blackstart.proof.power;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.EventSamples;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.proof.power.Disk.Inode;
import dev.blackstart.run.RunId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A place where what a crash left is opened with the real code. The contents of the files stay
/// there between crashes and only what differs is written.
final class Opening implements AutoCloseable {
    private static final String FILE = "journal.db";
    private static final String LOG = FILE + "-wal";
    private static final List<String> SIDES = List.of("-journal", "-wal", "-shm");

    /// One state in so many is also written to afterwards.
    private static final int GOES_ON = 16;

    private final Path images;
    private final Path directory;
    private final boolean thorough;
    private final Map<Integer, Image> written = new HashMap<>();

    /// A file that follows a content.
    private record Image(Content content, FileChannel channel) {}

    /// @param place an empty directory, best in memory
    /// @param thorough everything is asked that the journal can be asked
    Opening(Path place, boolean thorough) throws IOException {
        this.thorough = thorough;
        this.images = Files.createDirectories(place.resolve("images"));
        this.directory = Files.createDirectories(place.resolve("journal"));
        // as large as the journal wants it, without taking any room
        try (RandomAccessFile ballast =
                new RandomAccessFile(directory.resolve("ballast").toFile(), "rw")) {
            ballast.setLength(16L * 1024 * 1024);
        }
    }

    Found open(Remains remains) throws IOException {
        place(remains);
        try (SqliteJournal journal = SqliteJournal.open(directory)) {
            Audit audit = journal.audit();
            if (!audit.intact()) {
                return new Found.Refused("audit: " + audit.breaks().getFirst());
            }
            askAlso(journal);
            Found.Healthy before = Tables.of(directory.resolve(FILE), audit.events());
            return goesOn(remains) ? goesOn(journal, before) : before;
        } catch (JournalException e) {
            return new Found.Refused(e.kind() + ": " + e.getMessage());
        } catch (SQLException e) {
            return new Found.Refused("opened, and then: " + e.getMessage());
        }
    }

    /// Other questions must be answered, or refused, in the same way.
    private void askAlso(SqliteJournal journal) throws JournalException {
        if (thorough) {
            journal.locks();
            for (RunId run : journal.runs()) {
                journal.owner(run);
                journal.read(run);
                journal.takeRequests(run);
            }
        }
    }

    /// A journal that was opened must also take the next event, and keep it beside all others.
    private Found goesOn(SqliteJournal journal, Found.Healthy before) throws JournalException {
        RunId run = RunId.of(1_700_000_000_000L, 0, 0);
        journal.append(run, 0, EventSamples.AT, List.of(EventSamples.noted("after the crash")));
        journal.close();
        try (SqliteJournal again = SqliteJournal.open(directory)) {
            Audit audit = again.audit();
            return audit.intact() && audit.events() == before.events() + 1
                    ? before
                    : new Found.Refused("after the next append: " + audit);
        }
    }

    private static boolean goesOn(Remains remains) {
        return remains.hash() % GOES_ON == 0;
    }

    private void place(Remains remains) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
        for (String side : SIDES) {
            Files.deleteIfExists(directory.resolve(FILE + side));
        }
        for (Map.Entry<String, Inode> name : remains.files().entrySet()) {
            Path file = directory.resolve(name.getKey());
            if (name.getKey().equals(LOG) && !goesOn(remains)) {
                Files.createLink(file, image(name.getValue()));
            } else {
                try (FileChannel copy = FileChannel.open(file, CREATE_NEW, WRITE)) {
                    name.getValue().content().writeTo(copy);
                }
            }
        }
    }

    /// Opening a log only reads it, and closing the journal only removes its name.
    private Path image(Inode inode) throws IOException {
        Path path = images.resolve(Integer.toString(inode.number()));
        Image image = written.get(inode.number());
        if (image == null || image.content() != inode.content()) {
            FileChannel channel =
                    image == null ? FileChannel.open(path, CREATE_NEW, WRITE) : image.channel();
            image = new Image(inode.content(), channel);
            written.put(inode.number(), image);
            image.content().replace(channel);
        } else {
            image.content().refresh(image.channel());
        }
        return path;
    }

    @Override
    public void close() throws IOException {
        for (Image image : written.values()) {
            image.channel().close();
        }
    }
}
