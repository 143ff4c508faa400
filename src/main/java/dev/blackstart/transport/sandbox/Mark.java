package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// What tells the processes of one world from all others.
///
/// @param id the value of `BLACKSTART_WORLD` in their environment, before the host's name
/// @param filters seccomp filters put on besides the guarding one; unlike the environment nobody
///   can shed them
/// @param inherited filters this process runs under already, as in a container
record Mark(String id, int filters, int inherited) {
    private static final int FEWEST = 20;
    private static final int MOST = 90;

    static Mark of(WorldFolder folder, RandomGenerator random, Path proc) throws IOException {
        int inherited =
                Files.readAllLines(proc.resolve("self/status")).stream()
                        .filter(line -> line.startsWith("Seccomp_filters:"))
                        .map(line ->
                                Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                        .findFirst()
                        .orElse(0);
        return new Mark(
                folder.root().getFileName().toString(), random.nextInt(FEWEST, MOST), inherited);
    }

    /// How many filters `/proc/PID/status` counts for a process of the world.
    int counted() {
        return inherited + filters + 1;
    }
}
