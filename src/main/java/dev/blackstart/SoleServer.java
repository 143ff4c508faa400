package dev.blackstart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Says so when another server serves the same folder. Both work, one takes up what the other left;
/// but a chat that both know hears everything twice. The file's lock goes with its process.
final class SoleServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("blackstart");

    private final Optional<FileChannel> channel;

    private SoleServer(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    static SoleServer of(Path state) {
        try {
            Path folder = state.resolve("service");
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("serving.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Another server serves {0} already; a run is carried out by one of them only, but chats that both know hear it twice: stop one.",
                        state);
            }
            return new SoleServer(Optional.of(channel));
        } catch (IOException e) {
            return new SoleServer(
                    Optional.empty()); // whether the folder can be used is said elsewhere
        }
    }

    @Override
    public void close() {
        if (channel.isPresent()) {
            try {
                channel.get().close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the lock goes with the process", e);
            }
        }
    }
}
