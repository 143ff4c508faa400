package dev.blackstart.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.run.RunId;
import dev.blackstart.view.Json;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Questions to a service over HTTP. Every one has a time limit, every answer a size; nothing that
/// names another address is followed, and no proxy is used.
final class Wire {
    private static final Duration CONNECTS = Duration.ofSeconds(5);

    /// The service itself waits up to five seconds for what becomes of an answer at a gate.
    private static final Duration ANSWERS = Duration.ofSeconds(20);

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /// Too many questions are asked again so often, after what the service says, at most that long.
    private static final int AGAIN = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServiceAddress address;
    private final Credential credential;
    private final HttpClient client;
    private final Silences silences;

    /// @param ca its certificates alone are trusted; empty for those of this machine
    Wire(ServiceAddress address, Credential credential, Optional<Path> ca) {
        this.address = address;
        this.credential = credential;
        this.silences = new Silences(address);
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECTS);
        ca.map(Authorities::in).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    ServiceAddress address() {
        return address;
    }

    /// What a service answers with: all of it, or a stream that goes on.
    private sealed interface Body {
        final class Whole implements Body {
            private final byte[] bytes;

            private Whole(byte[] bytes) {
                this.bytes = bytes;
            }
        }

        record Going(InputStream stream) implements Body {}
    }

    JsonNode get(String path) {
        return Answer.json(address, bytes(path));
    }

    byte[] bytes(String path) {
        return whole(request(path).GET());
    }

    /// Sent once: whether it arrived is not known when there is no answer.
    JsonNode post(String path, Json body) {
        return Answer.json(address, whole(posting(path, body)));
    }

    /// @param key the same order with the same key is carried out once
    JsonNode post(String path, Json body, String key) {
        return Answer.json(address, whole(posting(path, body).header("Idempotency-Key", key)));
    }

    private HttpRequest.Builder posting(String path, Json body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.shown(), UTF_8));
    }

    /// The events of a run, from the one behind `after` on.
    ///
    /// @param most the stream is closed after so long in any case
    EventStream events(RunId run, long after, Duration most) {
        HttpRequest.Builder request =
                request("/api/v1/runs/" + run + "/events")
                        .setHeader("Accept", "text/event-stream")
                        .header("Last-Event-ID", Long.toString(after))
                        .GET();
        HttpResponse<Body> response = asked(request.build(), Wire::going);
        return switch (response.body()) {
            case Body.Going it -> new EventStream(address, it.stream(), most);
            case Body.Whole it -> throw Answer.refused(address, response, it.bytes);
        };
    }

    private static HttpResponse.BodySubscriber<Body> going(HttpResponse.ResponseInfo info) {
        boolean events =
                info.statusCode() == 200
                        && info.headers()
                                .firstValue("Content-Type")
                                .filter(it -> it.startsWith("text/event-stream"))
                                .isPresent();
        return events
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Body.Going::new)
                : all(info);
    }

    private static HttpResponse.BodySubscriber<Body> all(HttpResponse.ResponseInfo info) {
        return BodySubscribers.mapping(
                BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_BYTES),
                Body.Whole::new);
    }

    private byte[] whole(HttpRequest.Builder request) {
        HttpRequest asked = request.build();
        for (int left = AGAIN; ; left--) {
            HttpResponse<Body> response = asked(asked, Wire::all);
            byte[] bytes = response.body() instanceof Body.Whole it ? it.bytes : new byte[0];
            if (response.statusCode() / 100 == 2) {
                return bytes;
            }
            if (response.statusCode() != 429 || left == 0) {
                throw Answer.refused(address, response, bytes);
            }
            LockSupport.parkNanos(Answer.again(response, PATIENCE).toNanos());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.at(path))
                .timeout(ANSWERS)
                .header("Accept", "application/json, */*;q=0.5")
                .header("Authorization", credential.header());
    }

    private HttpResponse<Body> asked(HttpRequest request, BodyHandler<Body> handler) {
        CompletableFuture<HttpResponse<Body>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw silences.because(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw silences.because(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw silences.because(e);
        }
    }
}
