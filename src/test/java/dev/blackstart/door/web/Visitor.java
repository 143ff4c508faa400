package dev.blackstart.door.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who has logged in at the console and fills in its forms without a browser.
final class Visitor {
    private static final Pattern WORD = Pattern.compile("name=\"forms\" value=\"([0-9a-f]{64})\"");
    private static final Pattern ORDER = Pattern.compile("name=\"order\" value=\"([0-9a-z]{52})\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String cookie;
    private final String word;

    Visitor(String base, String token) {
        this.base = base;
        HttpResponse<String> in = post("/login", "", Map.of("token", token));
        this.cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        this.word = found(WORD, get("/").body());
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    /// The word of an order that the page brings.
    static String order(HttpResponse<String> page) {
        return found(ORDER, page.body());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), cookie);
    }

    /// Sends a form from one of our pages.
    HttpResponse<String> fill(String path, Map<String, String> fields) {
        return post(path, "forms=" + word, fields);
    }

    private HttpResponse<String> post(String path, String first, Map<String, String> fields) {
        String rest =
                fields.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", base)
                        .POST(HttpRequest.BodyPublishers.ofString(first + "&" + rest)),
                first.isEmpty() ? "" : cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) {
        try {
            return client.send(
                    (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
