package dev.blackstart.proof.kills;

import dev.blackstart.testing.OwnClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the command is started: a Java process of its own.
///
/// @param options of this program alone
/// @param main class and what comes before its arguments
record Program(String classPath, List<String> options, List<String> main) {
    Program {
        options = List.copyOf(options);
        main = List.copyOf(main);
    }

    /// The one that ships.
    static Program real() {
        return new Program(OwnClassPath.text(), List.of(), List.of("dev.blackstart.Main"));
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
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
