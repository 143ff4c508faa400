package dev.blackstart.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Links that log somebody in, once and soon: a file each, named after the hash of the link's
/// secret part.
public final class Links {
    public static final Duration LASTS = Duration.ofMinutes(5);

    private final Path folder;
    private final Tokens tokens;

    /// @param state folder of the journal
    public Links(Path state, Tokens tokens) {
        this.folder = state.resolve("service").resolve("links");
        this.tokens = tokens;
    }

    /// @param token name of the token whoever follows it stands on
    /// @return its secret part
    /// @throws Refusal `NOT_FOUND` when there is no such token, or it counts no more
    public String make(String token, Instant now) {
        if (tokens.named(token, Channel.WEB, now).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "There is no such token that counts; token list shows all.");
        }
        String secret = tokens.secret();
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.create(file(secret), token + "\n" + now.plus(LASTS) + "\n");
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
        return secret;
    }

    /// Who would be logged in; using it up is another step, since whatever fetches pages beforehand
    /// must not do it.
    public Optional<Caller> look(String secret, Instant now) {
        return token(secret, now).flatMap(name -> tokens.named(name, Channel.WEB, now));
    }

    /// Uses it up.
    ///
    /// @return the name of its token; empty when it was used before, is too old, or its token
    ///   counts no more
    public Optional<String> use(String secret, Instant now) {
        Optional<String> token = token(secret, now);
        try {
            Files.delete(file(secret)); // of two at once, only one deletes it
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
        return token.filter(name -> tokens.named(name, Channel.WEB, now).isPresent());
    }

    private Optional<String> token(String secret, Instant now) {
        Path file = file(secret);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() == 2 && now.isBefore(Instant.parse(lines.get(1)))
                    ? Optional.of(lines.getFirst())
                    : Optional.empty();
        } catch (IOException | DateTimeParseException usedOrDamaged) {
            return Optional.empty();
        }
    }

    private Path file(String secret) {
        return folder.resolve(Keys.sha256(secret));
    }
}
