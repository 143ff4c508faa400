package dev.blackstart.proof.power;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The tool that shows a process' system calls, and makes them fail.
public final class Strace {
    public static final String MISSING =
            "strace is not installed, so no system calls can be seen or made to fail: apt-get install strace";

    private Strace() {}

    public static boolean installed() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin");
        return Stream.of(path.split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    }
}
