package dev.blackstart.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a service said, read or refused.
final class Answer {
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;

    /// So much of what a problem says is shown.
    private static final int MOST_LINES = 40;

    private static final int LONGEST_LINE = 600;

    private static final Duration MOMENT = Duration.ofMillis(50);

    static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .build())
                                    .build())
                    .build();

    private Answer() {}

    static JsonNode json(ServiceAddress address, byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw strange(address);
        }
        throw strange(address);
    }

    static ServiceTrouble strange(ServiceAddress address) {
        return new ServiceTrouble(
                ServiceTrouble.Kind.STRANGE,
                "What listens at %s does not answer as a service of this version does; is it blackstart serve, and as new as this one?"
                        .formatted(address));
    }

    static ServiceTrouble refused(
            ServiceAddress address, HttpResponse<?> response, byte[] problem) {
        int status = response.statusCode();
        ServiceTrouble.Kind kind = kind(status);
        if (kind == ServiceTrouble.Kind.STRANGE) {
            return status / 100 == 3
                    ? new ServiceTrouble(
                            kind,
                            "%s names another address (%d), which is not followed since the token would go there; give the right one with --server."
                                    .formatted(address, status))
                    : strange(address);
        }
        if (kind == ServiceTrouble.Kind.NO_TOKEN) {
            return new ServiceTrouble(
                    kind,
                    "The service at %s does not know the token: it has expired, was revoked, or is another service's; blackstart token create makes one on its machine."
                            .formatted(address));
        }
        List<String> lines = lines(problem);
        return new ServiceTrouble(
                kind,
                lines.isEmpty()
                        ? List.of(
                                "The service at %s refuses with status %d and says no more."
                                        .formatted(address, status))
                        : with(next(kind), lines));
    }

    private static ServiceTrouble.Kind kind(int status) {
        return switch (status) {
            case 401 -> ServiceTrouble.Kind.NO_TOKEN;
            case 403 -> ServiceTrouble.Kind.NOT_ALLOWED;
            case 404 -> ServiceTrouble.Kind.NOT_FOUND;
            case 409 -> ServiceTrouble.Kind.CONFLICT;
            case 400, 406, 415, 421, 422 -> ServiceTrouble.Kind.REFUSED;
            case 429 -> ServiceTrouble.Kind.LIMIT;
            default ->
                    status / 100 == 5
                            ? ServiceTrouble.Kind.UNAVAILABLE
                            : ServiceTrouble.Kind.STRANGE;
        };
    }

    private static String next(ServiceTrouble.Kind kind) {
        return switch (kind) {
            case NOT_ALLOWED ->
                    "; whoever runs the service makes one that may: blackstart token create";
            case NOT_FOUND -> "; blackstart list and blackstart runs show what the token reaches";
            case USAGE, SILENT, STRANGE, NO_TOKEN, CONFLICT, REFUSED, LIMIT, UNAVAILABLE -> "";
        };
    }

    /// Behind the last sentence, before its end.
    private static List<String> with(String next, List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.add(all.removeLast().replaceFirst("\\.?$", next + "."));
        return all;
    }

    /// What a problem of RFC 9457 says.
    private static List<String> lines(byte[] problem) {
        List<String> lines = new ArrayList<>();
        try {
            JsonNode node = JSON.readTree(problem);
            JsonNode said = node == null ? JSON.missingNode() : node.path("lines");
            for (JsonNode line : said) {
                if (lines.size() < MOST_LINES && !line.asText().isBlank()) {
                    lines.add(Escaped.line(line.asText(), LONGEST_LINE));
                }
            }
            if (lines.isEmpty() && node != null && node.path("detail").isTextual()) {
                lines.add(Escaped.line(node.path("detail").asText(), LONGEST_LINE));
            }
        } catch (IOException e) {
            return List.of();
        }
        return lines;
    }

    /// How long to wait before the same question.
    static Duration again(HttpResponse<?> response, Duration most) {
        long seconds =
                response.headers()
                        .firstValue("Retry-After")
                        .filter(it -> it.matches("[0-9]{1,3}"))
                        .map(Long::parseLong)
                        .orElse(1L);
        Duration said = Duration.ofSeconds(seconds).plus(MOMENT);
        return said.compareTo(most) < 0 ? said : most;
    }
}
