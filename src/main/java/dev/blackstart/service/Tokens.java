package dev.blackstart.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tokens of a service, a file each; of the secret only its hash is kept. They are read anew
/// for every request, so that one that is revoked ends at once, in every process.
public final class Tokens {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern TEXT =
            Pattern.compile("bst_([a-z0-9][a-z0-9-]{0,39})_([0-9a-hjkmnp-tv-z]{52})");
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 52;
    private static final String ENDING = ".token";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /// @param state folder of the journal
    public Tokens(Path state) {
        this.folder = state.resolve("service").resolve("tokens");
    }

    public static boolean allowed(String name) {
        return NAME.matcher(name).matches();
    }

    /// @return the token, which is shown once and kept nowhere
    public String create(Token.Terms terms, Instant now) {
        String secret = secret();
        Token token = new Token(terms, now, Keys.sha256(secret), Optional.empty());
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.create(file(terms.name()), token.written());
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "There is a token %s already; choose another name, also for one in place of a revoked one."
                            .formatted(terms.name()));
        } catch (IOException e) {
            throw PrivateFiles.unusable(file(terms.name()));
        }
        return "bst_" + terms.name() + "_" + secret;
    }

    /// 260 random bits.
    String secret() {
        StringBuilder text = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return text.toString();
    }

    /// By name.
    public List<Token> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Tokens::read)
                    .toList();
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }

    /// It counts no more from now on.
    public void revoke(String name, Instant now) {
        if (!allowed(name) || !Files.isRegularFile(file(name))) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND, "There is no such token; token list shows all.");
        }
        try {
            PrivateFiles.replace(file(name), read(file(name)).revoked(now).written());
        } catch (IOException e) {
            throw PrivateFiles.unusable(file(name));
        }
    }

    /// Who a token speaks for; empty when it is no token, or expired or revoked.
    public Optional<Caller> caller(String text, Channel channel, Instant now) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Token> known = known(parts.group(1));
        byte[] wanted = known.map(Token::hash).orElse("").getBytes(US_ASCII);
        byte[] given = Keys.sha256(parts.group(2)).getBytes(US_ASCII);
        boolean same = MessageDigest.isEqual(wanted, given);
        return known.filter(token -> same && token.counts(now)).map(token -> token.caller(channel));
    }

    /// Who a token speaks for that was proven before; empty when it counts no more.
    Optional<Caller> named(String name, Channel channel, Instant now) {
        return allowed(name)
                ? known(name).filter(token -> token.counts(now)).map(token -> token.caller(channel))
                : Optional.empty();
    }

    /// The name in a token, whether it counts or not.
    public static Optional<String> name(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private Optional<Token> known(String name) {
        Path file = file(name);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Token read(Path file) {
        try {
            return Token.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw PrivateFiles.unusable(file);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
