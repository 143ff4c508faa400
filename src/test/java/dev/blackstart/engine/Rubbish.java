package dev.blackstart.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Damages what a host has written.
final class Rubbish {
    private Rubbish() {}

    static void inSnapshots(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".snapshot")).toList()) {
                Files.writeString(file, "rubbish");
            }
        }
    }
}
