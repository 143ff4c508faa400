package dev.blackstart.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Token;
import dev.blackstart.service.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks the served house over HTTP, with a token or without.
public final class Asking {
    /// Where the server that runs keeps its state; configuration would still be that of the server
    /// before it.
    static final String STATE = "blackstart.test.state";

    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI base;
    private final Optional<String> token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Asking(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    public static Asking nobody(URI base) {
        return new Asking(base, Optional.empty());
    }

    /// Who has exactly these scopes for all runbooks and every risk.
    public static Asking as(URI base, String person, Scope... scopes) {
        return with(
                base,
                person,
                new Grant(Set.of(scopes), Optional.empty(), Risk.IRREVERSIBLE),
                Instant.now().plus(Duration.ofHours(1)));
    }

    public static Asking with(URI base, String person, Grant grant, Instant expires) {
        String name = "t" + TOKENS.incrementAndGet();
        Token.Terms terms = new Token.Terms(name, new Person(person), grant, expires);
        return new Asking(base, Optional.of(tokens().create(terms, Instant.now())));
    }

    public static Asking saying(URI base, String token) {
        return new Asking(base, Optional.of(token));
    }

    public static Tokens tokens() {
        return new Tokens(state());
    }

    public static Path state() {
        return Path.of(java.util.Objects.requireNonNull(System.getProperty(STATE)));
    }

    public String token() {
        return token.orElseThrow();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) {
        return method("POST", path, body);
    }

    public Answer post(String path, String body, String key) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer method(String method, String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        return request;
    }

    public HttpClient client() {
        return client;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return MAPPER.readTree(body());
            } catch (IOException e) {
                throw new UncheckedIOException(body(), e);
            }
        }
    }
}
