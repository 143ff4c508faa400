package dev.blackstart.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Room on the disk for finishing in an orderly way.
final class Space {
    private static final int MIB = 1024 * 1024;

    /// Below this nothing destructive may begin.
    static final long LOW = 64L * MIB;

    /// Set aside at the start; removing it makes room to record what has been done.
    static final long BALLAST = 16L * MIB;

    static final String NAME = "ballast";

    private final Path directory;

    Space(Path directory) {
        this.directory = directory;
    }

    boolean low() throws IOException {
        return Files.getFileStore(directory).getUsableSpace() < LOW;
    }

    /// What is to be freed, one sentence; empty when there is room.
    String needed() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        return free >= LOW
                ? ""
                : "%d MiB are free for the journal in %s and 64 must be; free %d MiB there"
                        .formatted(free / MIB, directory, (LOW - free + MIB - 1) / MIB);
    }

    boolean ballastThere() {
        return Files.exists(ballast());
    }

    /// Sets the ballast aside unless it is there or the disk is low already.
    void reserve() throws IOException {
        Path ballast = ballast();
        boolean there = Files.exists(ballast) && Files.size(ballast) == BALLAST;
        if (there || Files.getFileStore(directory).getUsableSpace() < LOW + BALLAST) {
            return;
        }
        // noise, because a file system that compresses would store zeros in no room at all
        SplittableRandom noise = new SplittableRandom(1);
        byte[] block = new byte[MIB];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long written = 0; written < BALLAST; written += block.length) {
                noise.nextBytes(block);
                out.write(block);
            }
        }
    }

    void releaseBallast() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return directory.resolve(NAME);
    }
}
