package dev.blackstart.reading;

import dev.blackstart.runbook.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Secrets that a file names by the files they are in, so that they are in no file that is shown.
final class SecretFiles {
    private static final int SHORTEST = 8;
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final Path beside;
    private final Problems problems;

    /// @param beside relative names are beside this file
    SecretFiles(Path beside, Problems problems) {
        this.beside = beside;
        this.problems = problems;
    }

    ChatSettings.Shared shared(Entries said) {
        return new ChatSettings.Shared(
                of(said, "secret"),
                said.has("old_secret") ? Optional.of(of(said, "old_secret")) : Optional.empty(),
                said.text("old_until").map(Instant::parse));
    }

    /// An empty one when it was refused, which is a problem then.
    Secret of(Entries said, String key) {
        Path file =
                beside.toAbsolutePath().resolveSibling(said.text(key).orElseThrow()).normalize();
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                problems.error(
                        said.valueAt(key),
                        "secret-not-private",
                        "others than its owner may read %s; chmod 600 it".formatted(file));
            }
            String text = Files.readString(file).strip();
            if (text.length() < SHORTEST) {
                problems.error(
                        said.valueAt(key),
                        "secret-too-short",
                        "the secret in %s has fewer than %d characters".formatted(file, SHORTEST));
            }
            return new Secret(text);
        } catch (IOException e) {
            problems.error(
                    said.valueAt(key),
                    "file-unreadable",
                    "the file %s is not there or cannot be read".formatted(file));
            return new Secret("");
        }
    }
}
