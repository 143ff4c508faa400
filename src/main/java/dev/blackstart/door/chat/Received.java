package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request as it came over the wire.
final class Received {
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Received(Map<String, List<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    static Received of(Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> small = new TreeMap<>();
        headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), values));
        return new Received(small, body.clone());
    }

    /// Its bytes, as they were signed.
    byte[] body() {
        return body.clone();
    }

    /// A header that was sent exactly once.
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// Was the body changed on its way by something that packs it?
    boolean packed() {
        return headers.containsKey("content-encoding");
    }

    String text() {
        return new String(body, UTF_8);
    }

    /// The fields of a form; empty when it is none, or says a field twice.
    Optional<Map<String, String>> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : text().split("&")) {
                String[] parts = pair.split("=", 2);
                String name = URLDecoder.decode(parts[0], UTF_8);
                String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
