package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/// Would the next start build first? That needs Maven and, where its repository is empty, the
/// internet.
record BuildExam(Path program) {
    Dependency dependency() {
        Path stamp = program.resolve("target/built");
        if (!Files.isDirectory(program.resolve("src/main"))) {
            return Dependency.stands("build", "It is built, and has no sources to build anew.");
        }
        return Files.exists(stamp)
                        && Files.exists(program.resolve("target/quarkus-app/quarkus-run.jar"))
                        && !newer(stamp)
                ? Dependency.stands("build", "It is built, and starts without Maven and internet.")
                : Dependency.falls(
                        "build",
                        "The next start would build first, which needs Maven and perhaps the internet.",
                        "Start it once now: blackstart list.");
    }

    private boolean newer(Path stamp) {
        try (Stream<Path> sources = Files.walk(program.resolve("src/main"))) {
            FileTime built = Files.getLastModifiedTime(stamp);
            return Stream.concat(sources, Stream.of(program.resolve("pom.xml")))
                    .filter(Files::isRegularFile)
                    .anyMatch(file -> after(file, built));
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean after(Path file, FileTime built) {
        try {
            return Files.getLastModifiedTime(file).compareTo(built) > 0;
        } catch (IOException e) {
            return true;
        }
    }
}
