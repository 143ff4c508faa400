package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/// SECURITY part J as far as it is about who sent a request: none of these may be believed.
record SlackRows(SlackTeam team) {
    private static final String PATH = "/chat/slack/command";
    private static final String STAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";

    /// Each gets the body and a stamp of now, and says what is sent.
    private record Sent(Map<String, List<String>> headers, String text, Charset charset) {
        Sent(Map<String, List<String>> headers, String text) {
            this(headers, text, UTF_8);
        }

        byte[] body() {
            return text.getBytes(charset);
        }
    }

    private static final Map<String, BiFunction<String, String, Sent>> ROWS = rows();

    static List<String> names() {
        return List.copyOf(ROWS.keySet());
    }

    SlackTeam.Heard heard(String name) {
        String stamp = Long.toString(Instant.now().getEpochSecond());
        Sent sent =
                Objects.requireNonNull(ROWS.get(name)).apply(team.commandBody("U1", "list"), stamp);
        return team.wire().send(PATH, sent.headers(), sent.body());
    }

    private static Map<String, BiFunction<String, String, Sent>> rows() {
        Map<String, BiFunction<String, String, Sent>> rows = new LinkedHashMap<>();
        rows.put(
                "J01 no signature", (body, stamp) -> new Sent(Map.of(STAMP, List.of(stamp)), body));
        rows.put("J01 wrong", (body, stamp) -> with(body, stamp, "v0=" + "0".repeat(64)));
        rows.put(
                "J01 of another secret",
                (body, stamp) -> with(body, stamp, SlackTeam.sign("another secret", stamp, body)));
        rows.put(
                "J01 v1",
                (body, stamp) -> with(body, stamp, sign(stamp, body).replace("v0=", "v1=")));
        rows.put(
                "J01 upper case",
                (body, stamp) ->
                        with(
                                body,
                                stamp,
                                "v0=" + sign(stamp, body).substring(3).toUpperCase(Locale.ROOT)));
        rows.put(
                "J01 two headers",
                (body, stamp) ->
                        new Sent(
                                Map.of(
                                        STAMP,
                                        List.of(stamp),
                                        SIGNATURE,
                                        List.of(sign(stamp, body), sign(stamp, body))),
                                body));
        rows.put(
                "J01 two in one header",
                (body, stamp) -> with(body, stamp, sign(stamp, body) + "," + sign(stamp, body)));
        for (String stamp : List.of("abc", "9223372036854775808", "1e9", "-1", " ")) {
            rows.put("J02 stamp " + stamp, (body, now) -> with(body, stamp, sign(stamp, body)));
        }
        rows.put(
                "J02 no stamp",
                (body, stamp) -> new Sent(Map.of(SIGNATURE, List.of(sign(stamp, body))), body));
        for (int shift : List.of(-305, 305)) {
            rows.put(
                    "J02 " + shift + " s",
                    (body, now) -> {
                        String stamp = Long.toString(Long.parseLong(now) + shift);
                        return with(body, stamp, sign(stamp, body));
                    });
        }
        rows.put("J04 one blank more", (body, stamp) -> with(body + " ", stamp, sign(stamp, body)));
        rows.put(
                "J04 fields in another order",
                (body, stamp) -> {
                    String[] parts = body.split("&", 2);
                    return with(parts[1] + "&" + parts[0], stamp, sign(stamp, body));
                });
        for (Charset other : List.of(UTF_16, ISO_8859_1)) {
            rows.put(
                    "J04 " + other,
                    (body, stamp) ->
                            new Sent(
                                    headers(stamp, sign(stamp, body + "&x=é")),
                                    body + "&x=é",
                                    other));
        }
        rows.put(
                "J04 said to be packed",
                (body, stamp) -> {
                    Map<String, List<String>> headers =
                            new LinkedHashMap<>(headers(stamp, sign(stamp, body)));
                    headers.put("Content-Encoding", List.of("gzip"));
                    return new Sent(headers, body);
                });
        return rows;
    }

    private static Sent with(String body, String stamp, String signature) {
        return new Sent(headers(stamp, signature), body);
    }

    private static Map<String, List<String>> headers(String stamp, String signature) {
        return Map.of(STAMP, List.of(stamp), SIGNATURE, List.of(signature));
    }

    private static String sign(String stamp, String body) {
        return SlackTeam.sign(ChatHouse.SECRET, stamp, body);
    }
}
