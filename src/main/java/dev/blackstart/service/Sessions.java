package dev.blackstart.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is logged in at a browser: a file each, named after the hash of what the browser keeps. A
/// session may what its token may, and ends with it; it outlives the server's process.
public final class Sessions {
    /// After that one logs in again, whatever one did meanwhile.
    public static final Duration LASTS = Duration.ofHours(12);

    private final Path folder;
    private final Tokens tokens;

    /// @param state folder of the journal
    public Sessions(Path state, Tokens tokens) {
        this.folder = state.resolve("service").resolve("sessions");
        this.tokens = tokens;
    }

    /// @param forms what every form of it must send along; another site cannot know it
    public record Session(Caller caller, Instant since, String forms) {}

    /// @param token name of the token it stands on
    /// @return the secret, for the browser to keep
    public String open(String token, Instant now) {
        String secret = tokens.secret();
        try {
            PrivateFiles.folder(folder);
            tidy(now);
            PrivateFiles.create(file(secret), token + "\n" + now + "\n");
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
        return secret;
    }

    /// Empty when it is none, or too old, or its token counts no more.
    public Optional<Session> of(String secret, Instant now) {
        Path file = file(secret);
        return Files.isRegularFile(file)
                ? read(file).filter(it -> it.counts(now)).flatMap(it -> session(it, secret, now))
                : Optional.empty();
    }

    private Optional<Session> session(Kept kept, String secret, Instant now) {
        return tokens.named(kept.token(), Channel.WEB, now)
                .map(caller -> new Session(caller, kept.since(), Keys.sha256("forms " + secret)));
    }

    public void close(String secret) {
        try {
            Files.deleteIfExists(file(secret));
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }

    private record Kept(String token, Instant since) {
        boolean counts(Instant now) {
            return now.isBefore(since.plus(LASTS)) && !now.isBefore(since.minus(LASTS));
        }
    }

    private static Optional<Kept> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Kept(lines.get(0), Instant.parse(lines.get(1))));
        } catch (IOException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private void tidy(Instant now) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                if (read(file).filter(it -> it.counts(now)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(String secret) {
        return folder.resolve(Keys.sha256(secret));
    }
}
