package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.view.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Asks a chat's server something; follows no redirect and waits for some seconds at most.
final class HttpPost {
    /// A chat that takes longer is asked again.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    HttpPost(Duration patience) {
        this.patience = patience;
    }

    /// What came of it.
    sealed interface Result {
        record Answer(int status, JsonNode json) implements Result {}

        /// Left alone for a while is what it wants.
        record Busy(Duration after) implements Result {}

        /// @param perhaps it may have been taken all the same
        record Nothing(boolean perhaps, String why) implements Result {}
    }

    Result post(URI to, Optional<String> bearer, Json body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(patience)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body.shown()));
        return sent(request, "POST", bearer);
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
            return read(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Result.Nothing(false, "it cannot be reached");
        } catch (IOException e) {
            return new Result.Nothing(!method.equals("GET"), "it did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Nothing(true, "the service is being stopped");
        }
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
            return new Result.Nothing(true, "it answered " + status);
        }
        return new Result.Answer(status, Wire.read(response.body()));
    }
}
