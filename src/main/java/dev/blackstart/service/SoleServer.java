package dev.blackstart.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Whether another process serves the same folder. Both work, one takes up what the other left; but
/// a chat that both know hears everything twice. The file's lock goes with its process.
public final class SoleServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("blackstart");

    private final Optional<FileChannel> channel;
    private final boolean another;

    private SoleServer(Optional<FileChannel> channel, boolean another) {
        this.channel = channel;
        this.another = another;
    }

    /// Takes the place of the server until it is closed.
    ///
    /// @param state the folder of the journal; in one that cannot be used nobody serves
    public static SoleServer of(Path state) {
        try {
            Path folder = state.resolve("service");
            PrivateFiles.folder(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("serving.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return new SoleServer(Optional.of(channel), channel.tryLock() == null);
        } catch (IOException e) {
            return new SoleServer(Optional.empty(), false);
        }
    }

    /// Whether another process had the place when this one came.
    public boolean another() {
        return another;
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
