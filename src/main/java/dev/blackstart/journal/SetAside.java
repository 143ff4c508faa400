package dev.blackstart.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders of journals that were put aside, each with `WHY` and `SHA256SUMS`. A process that
/// ended between moving an old journal away and naming it in the new one leaves a folder that no
/// row names: it is read again here.
final class SetAside {
    static final String PREFIX = "set-aside-";
    static final String WHY = "WHY";
    static final String SUMS = "SHA256SUMS";

    private static final Pattern FIRST =
            Pattern.compile("Put aside at (\\S+) by (.*?): (.*)", Pattern.DOTALL);

    private SetAside() {}

    /// By name, oldest first; only those whose files were moved away wholly.
    static List<String> folders(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(it -> it.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX))
                    .filter(name -> Files.isRegularFile(directory.resolve(name).resolve(WHY)))
                    .sorted()
                    .toList();
        }
    }

    static List<String> why(Predecessor it) {
        return List.of(
                "Put aside at %s by %s: %s".formatted(it.at(), it.person(), oneLine(it.reason())),
                "Runs, how many events verify, the hash of the last:",
                String.join("\n", it.heads()));
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("\\R", " ");
    }

    /// Empty while its journal is still in its place, or when its words are not those of `why`.
    static Optional<Predecessor> read(Path directory, String folder) throws IOException {
        Path aside = directory.resolve(folder);
        if (same(directory.resolve("journal.db"), aside.resolve("journal.db"))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(aside.resolve(WHY));
        Matcher first = FIRST.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!first.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Predecessor(
                            folder,
                            Files.readAllLines(aside.resolve(SUMS)),
                            lines.stream().skip(2).filter(line -> !line.isBlank()).toList(),
                            Instant.parse(first.group(1)),
                            first.group(2),
                            first.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Until it is removed, the old journal has two names.
    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }
}
