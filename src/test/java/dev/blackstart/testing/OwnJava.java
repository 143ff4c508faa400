package dev.blackstart.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Java of these tests, for processes they start, with the flags of the launcher that the
/// program needs.
public final class OwnJava {
    private static final String MAIN = "dev.blackstart.Main";

    private OwnJava() {}

    /// A line that begins a class of the tests; its name and arguments follow. Can be added to.
    public static List<String> words() {
        return new ArrayList<>(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dblackstart.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        OwnClassPath.text()));
    }

    /// A line that begins the program; its verb follows. Can be added to.
    public static List<String> program() {
        List<String> words = words();
        words.add(MAIN);
        return words;
    }
}
