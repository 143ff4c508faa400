package dev.blackstart.transport.sandbox.confine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The user id a world's processes run under when root opens it: one that no process on the machine
/// has, so that even without Landlock they can signal nobody but each other. Ids 65000 to 65499
/// belong to no distribution's accounts.
public final class WorldUser {
    private static final int FIRST = 65_000;
    private static final int END = 65_500;

    private WorldUser() {}

    /// Empty when the tool does not run as root: then the world's processes keep its user. Drawn,
    /// because two worlds that open at once see the same ids free, and a world ends every process
    /// of its user when it closes.
    public static OptionalInt choose(Path proc, RandomGenerator random) throws IOException {
        if (owner(proc.resolve("self")) != 0) {
            return OptionalInt.empty();
        }
        Set<Integer> taken = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                taken.add(owner(process));
            }
        }
        int[] free = IntStream.range(FIRST, END).filter(id -> !taken.contains(id)).toArray();
        if (free.length == 0) {
            throw new IOException(
                    "every user id from %d to %d runs something already".formatted(FIRST, END - 1));
        }
        return OptionalInt.of(free[random.nextInt(free.length)]);
    }

    private static int owner(Path process) throws IOException {
        try {
            return (int) Files.getAttribute(process, "unix:uid");
        } catch (java.nio.file.NoSuchFileException ended) {
            return 0;
        }
    }
}
