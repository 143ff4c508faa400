package dev.blackstart.service;

import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// What is kept of a token.
///
/// @param hash SHA-256 (hex) of its secret, which has too many random bits to be guessed from that
public record Token(Terms terms, Instant created, String hash, Optional<Instant> revoked) {
    private static final String ALL = "all";

    /// What a token is made with.
    ///
    /// @param person for whom it speaks
    public record Terms(String name, Person person, Grant grant, Instant expires) {
        public Terms {
            if (!Tokens.allowed(name)) {
                throw new Refusal(
                        Refusal.Kind.MALFORMED,
                        "A token's name has 1 to 40 small letters, digits and hyphens.");
            }
            if (grant.scopes().isEmpty()) {
                throw new Refusal(Refusal.Kind.MALFORMED, "A token needs at least one scope.");
            }
        }
    }

    public boolean counts(Instant now) {
        return revoked.isEmpty() && now.isBefore(terms.expires());
    }

    Caller caller(Channel channel) {
        return new Caller(terms.person(), "token " + terms.name(), channel, terms.grant());
    }

    Token revoked(Instant now) {
        return new Token(terms, created, hash, Optional.of(revoked.orElse(now)));
    }

    /// How it stands: `valid`, `expired` or `revoked`.
    public String standing(Instant now) {
        if (revoked.isPresent()) {
            return "revoked";
        }
        return counts(now) ? "valid" : "expired";
    }

    public Json.Fields json(Instant now) {
        Grant grant = terms.grant();
        return Json.object()
                .with("name", terms.name())
                .with("person", terms.person().name())
                .with(
                        "scopes",
                        Json.texts(grant.scopes().stream().map(Scope::word).sorted().toList()))
                .with("runbooks", runbooks())
                .with("risk", grant.risk().word())
                .with("created", created.toString())
                .with("expires", terms.expires().toString())
                .with("standing", standing(now));
    }

    /// `all`, or their names.
    public String runbooks() {
        return terms.grant()
                .runbooks()
                .map(names -> names.stream().sorted().collect(Collectors.joining(",")))
                .orElse(ALL);
    }

    String written() {
        Properties lines = new Properties();
        Grant grant = terms.grant();
        lines.setProperty("name", terms.name());
        lines.setProperty("person", terms.person().name());
        lines.setProperty(
                "scopes",
                grant.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(",")));
        lines.setProperty("runbooks", runbooks());
        lines.setProperty("risk", grant.risk().word());
        lines.setProperty("created", created.toString());
        lines.setProperty("expires", terms.expires().toString());
        lines.setProperty("sha256", hash);
        revoked.ifPresent(at -> lines.setProperty("revoked", at.toString()));
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException when it is damaged
    static Token read(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            return new Token(
                    new Terms(
                            wanted(lines, "name"),
                            new Person(wanted(lines, "person")),
                            new Grant(
                                    scopes(wanted(lines, "scopes")),
                                    runbooks(wanted(lines, "runbooks")),
                                    Risk.named(wanted(lines, "risk")).orElseThrow()),
                            Instant.parse(wanted(lines, "expires"))),
                    Instant.parse(wanted(lines, "created")),
                    wanted(lines, "sha256"),
                    Optional.ofNullable(lines.getProperty("revoked")).map(Instant::parse));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("damaged token", e);
        }
    }

    private static String wanted(Properties lines, String name) {
        return Optional.ofNullable(lines.getProperty(name)).orElseThrow();
    }

    private static Set<Scope> scopes(String words) {
        return words(words).stream()
                .map(word -> Scope.named(word).orElseThrow())
                .collect(Collectors.toSet());
    }

    /// @param words `all`, or names with commas between them
    public static Optional<Set<String>> runbooks(String words) {
        return words.equals(ALL) ? Optional.empty() : Optional.of(words(words));
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(List.of(text.split(",")));
    }
}
