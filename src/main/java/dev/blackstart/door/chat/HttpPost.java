package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Delivered;
import dev.blackstart.view.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Asks a chat's server something; follows no redirect and waits for some seconds at most.
final class HttpPost {
    /// A slow chat is given more patience, but not more than this.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Duration usual;
    private volatile Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /// @param patience one that takes longer is asked again
    HttpPost(Duration patience) {
        this.usual = patience;
        this.patience = patience;
    }

    /// What came of it.
    sealed interface Result {
        /// What that means for a message: to whom asks too often and to silence the same
        /// everywhere.
        ///
        /// @param answered what an answer means
        default Delivered delivered(Function<Answer, Delivered> answered) {
            return switch (this) {
                case Busy it ->
                        new Delivered.Later(
                                Optional.of(it.after()),
                                Delivered.Taken.NO,
                                "it is asked too often");
                case Nothing it -> new Delivered.Later(Optional.empty(), it.taken(), it.why());
                case Answer it -> answered.apply(it);
            };
        }

        record Answer(int status, JsonNode json) implements Result {}

        /// Left alone for a while is what it wants.
        record Busy(Duration after) implements Result {}

        record Nothing(Delivered.Taken taken, String why) implements Result {}
    }

    Result post(URI to, Optional<String> bearer, Json body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(patience)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body.shown()));
        return sent(request, "POST", bearer);
    }

    /// @param signed makes further headers for the body
    Result post(URI to, UnaryOperator<HttpRequest.Builder> signed, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(patience)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return sent(signed.apply(request), "POST", Optional.empty());
    }

    Result put(URI to, Optional<String> bearer, Json body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(patience)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .PUT(HttpRequest.BodyPublishers.ofString(body.shown()));
        return sent(request, "PUT", bearer);
    }

    Result get(URI from, Optional<String> bearer) {
        return sent(HttpRequest.newBuilder(from).timeout(patience).GET(), "GET", bearer);
    }

    private Result sent(HttpRequest.Builder request, String method, Optional<String> bearer) {
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            long begun = System.nanoTime();
            Result result =
                    read(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            if (System.nanoTime() - begun < usual.toNanos()) {
                patience = usual;
            }
            return result;
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Result.Nothing(Delivered.Taken.NO, "it cannot be reached");
        } catch (HttpTimeoutException e) {
            Duration doubled = patience.multipliedBy(2);
            patience = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
            return nothing(method, Delivered.Taken.PERHAPS_LATER, "it did not answer in time");
        } catch (IOException e) {
            return nothing(method, Delivered.Taken.PERHAPS, "it did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Nothing(Delivered.Taken.PERHAPS, "the service is being stopped");
        }
    }

    /// Whoever only looks has nothing taken.
    private static Result nothing(String method, Delivered.Taken taken, String why) {
        return new Result.Nothing(method.equals("GET") ? Delivered.Taken.NO : taken, why);
    }

    private static Result read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 429) {
            return new Result.Busy(
                    response.headers()
                            .firstValue("Retry-After")
                            .filter(it -> it.matches("[0-9]{1,4}"))
                            .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                            .orElse(Duration.ofSeconds(1)));
        }
        if (status >= 500) {
            return new Result.Nothing(Delivered.Taken.PERHAPS, "it answered " + status);
        }
        return new Result.Answer(status, Wire.read(response.body()));
    }
}
