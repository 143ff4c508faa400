package dev.blackstart.scaffold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes a folder whole or not at all: beside its place first, then moved there at once. What is
/// there already is never touched.
public final class AllOrNothing {
    private AllOrNothing() {}

    /// @param target must not exist; its parent is made when it is missing
    /// @param files texts by path below the target
    /// @throws java.nio.file.FileAlreadyExistsException when the target exists
    public static void write(Path target, Map<String, String> files) throws IOException {
        Path parent = target.toAbsolutePath().normalize().getParent();
        Files.createDirectories(parent);
        Path made = Files.createTempDirectory(parent, ".blackstart-");
        try {
            Path whole = Files.createDirectory(made.resolve("whole"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = whole.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(
                        path,
                        file.getValue(),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE_NEW);
            }
            // takes the name, so that a folder made meanwhile is seen; an empty one is replaced
            Files.createDirectory(target);
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(made);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
