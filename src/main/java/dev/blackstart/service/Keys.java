package dev.blackstart.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.run.RunId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys under which orders were given, a file each: an order that comes again, however often
/// and whatever crashed meanwhile, starts no second run.
final class Keys {
    /// How long a key is remembered.
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder;
    }

    /// Takes a key for an order.
    ///
    /// @return the run that the same order has started before; empty when this is the first time
    /// @throws Refusal `CONFLICT` when the key stands for another order, or that order is just
    ///   being carried out
    Optional<RunId> take(String person, Order.Key key) {
        Path file = file(person, key.word());
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.create(file, key.digest() + "\n");
            return Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return Optional.of(before(file, key));
        } catch (IOException e) {
            throw PrivateFiles.unusable(file);
        }
    }

    private static RunId before(Path file, Order.Key key) {
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(key.digest())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "This key (Idempotency-Key, or id of a webhook) was used for another order; take a new one for a new order.");
        }
        if (lines.size() < 2 || !RunId.allowed(lines.get(1))) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "The same order is being carried out at this moment; ask again in a second.");
        }
        return new RunId(lines.get(1));
    }

    /// The order has started this run.
    void started(String person, Order.Key key, RunId run) {
        Path file = file(person, key.word());
        try {
            PrivateFiles.replace(file, key.digest() + "\n" + run + "\n");
        } catch (IOException e) {
            throw PrivateFiles.unusable(file);
        }
    }

    /// The order was refused, and may be given again.
    void free(String person, Order.Key key) {
        try {
            Files.deleteIfExists(file(person, key.word()));
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }

    /// Forgets keys that are old, and those whose order a crash has cut short before it had a run.
    void tidy(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                if (written.plus(KEPT).isBefore(now) || lines(file).size() < 2) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw PrivateFiles.unusable(file);
        }
    }

    private Path file(String person, String word) {
        return folder.resolve(sha256(person + "\n" + word));
    }

    /// Hex digest of a text.
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
