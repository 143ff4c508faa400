package dev.blackstart.proof.kills;

import dev.blackstart.proof.simulation.Mutant;
import dev.blackstart.proof.simulation.MutantLoader;
import dev.blackstart.testing.OwnClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// How the command is started: a Java process of its own.
///
/// @param options of this program alone
/// @param main class and what comes before its arguments
record Program(String classPath, List<String> options, List<String> main) {
    private static final String MAIN = "dev.blackstart.Main";

    Program {
        options = List.copyOf(options);
        main = List.copyOf(main);
    }

    /// The one that ships, from a jar as it ships.
    ///
    /// @param folder for the jar
    static Program real(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String place : OwnClassPath.text().split(":", -1)) {
            Path path = Path.of(place);
            if (Files.exists(path.resolve(MAIN.replace('.', '/') + ".class"))) {
                jars.add(jar(path, folder.resolve("blackstart.jar")));
            } else if (place.endsWith(".jar")) {
                jars.add(place);
            }
        }
        return new Program(String.join(":", jars), List.of(), List.of(MAIN));
    }

    private static String jar(Path classes, Path jar) {
        int exit =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "cf",
                                jar.toString(),
                                "-C",
                                classes.toString(),
                                ".");
        if (exit != 0) {
            throw new AssertionError("jar ended with " + exit);
        }
        return jar.toString();
    }

    /// With one defect in it.
    ///
    /// @param folder for the classes that differ
    Program with(Mutant mutant, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> each : MutantLoader.classes(mutant).entrySet()) {
            Path file = folder.resolve(each.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        return new Program(folder + ":" + classPath, List.of(), main);
    }

    /// Notes in a file which classes a command needs.
    Program training(Path cache) {
        return new Program(classPath, List.of("-XX:AOTCacheOutput=" + cache), main);
    }

    /// With that file, as the launcher does it.
    Program trained(Path cache) {
        return new Program(classPath, List.of("-XX:AOTCache=" + cache), main);
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        words.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        words.add("-Dblackstart.home=" + Path.of("").toAbsolutePath());
        words.addAll(options);
        words.addAll(List.of("-cp", classPath));
        words.addAll(main);
        return words;
    }
}
