package dev.blackstart.reading;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One folder of a corpus with the files to read and `expected.txt`, which `-Dgolden=rewrite`
/// writes anew.
record Case(Path folder) {
    static List<Case> in(String corpus) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources", corpus))) {
            return folders.filter(Files::isDirectory).sorted().map(Case::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /// What became of the one file of the case that is read.
    Read<?> read() {
        if (has("inventory.yaml")) {
            return InventoryReader.read(folder.resolve("inventory.yaml"));
        }
        return has("drill.yaml")
                ? DrillReader.read(folder.resolve("drill.yaml"))
                : RunbookReader.read(folder);
    }

    /// `accepted` or `refused`, then every problem in a line of its own.
    String transcript(Read<?> read) {
        return transcript(
                read instanceof Read.Accepted<?> ? "accepted" : "refused", read.problems());
    }

    String transcript(String verdict, List<Problem> problems) {
        List<String> lines = new ArrayList<>(List.of(verdict));
        problems.forEach(problem -> lines.add(problem.toString().replace(folder + "/", "")));
        return String.join("\n", lines) + "\n";
    }

    String expected(String actual) throws IOException {
        Path file = folder.resolve("expected.txt");
        if (System.getProperty("golden", "").endsWith("write")) {
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
