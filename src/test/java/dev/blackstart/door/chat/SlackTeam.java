package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Says what people of a Slack team say, in the form and with the signature that Slack documents.
record SlackTeam(String secret, String responseUrl, Wire wire) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final AtomicInteger TRIGGERS = new AtomicInteger();

    /// How it reaches the service.
    interface Wire {
        Heard send(String path, Map<String, List<String>> headers, byte[] body);
    }

    record Heard(int status, String body) {
        /// Everything that is said in it.
        String text() {
            return body;
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    String commandBody(String user, String text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
        form.put("team_id", "T1");
        form.put("team_domain", "example");
        form.put("channel_id", "C1");
        form.put("user_id", user);
        form.put("user_name", "anna");
        form.put("command", "/blackstart");
        form.put("text", text);
        form.put("response_url", responseUrl);
        form.put("trigger_id", "t" + TRIGGERS.incrementAndGet());
        return form(form);
    }

    Heard command(String user, String text) {
        return signed("/chat/slack/command", commandBody(user, text));
    }

    Heard click(String user, String value) {
        ObjectNode payload = payload("block_actions", user);
        payload.put("response_url", responseUrl);
        payload.putArray("actions").addObject().put("type", "button").put("value", value);
        return interaction(payload);
    }

    Heard fillIn(String user, String metadata, Map<String, String> values) {
        ObjectNode payload = payload("view_submission", user);
        ObjectNode view = payload.putObject("view").put("private_metadata", metadata);
        ObjectNode state = view.putObject("state").putObject("values");
        values.forEach((name, value) ->
                state.putObject(name)
                        .putObject(name)
                        .put("type", "plain_text_input")
                        .put("value", value));
        return interaction(payload);
    }

    private static ObjectNode payload(String type, String user) {
        ObjectNode payload = MAPPER.createObjectNode().put("type", type);
        payload.putObject("team").put("id", "T1");
        payload.putObject("user").put("id", user).put("team_id", "T1").put("name", "anna");
        payload.put("trigger_id", "t" + TRIGGERS.incrementAndGet());
        return payload;
    }

    private Heard interaction(ObjectNode payload) {
        return signed("/chat/slack/interaction", form(Map.of("payload", payload.toString())));
    }

    Heard signed(String path, String body) {
        String stamp = Long.toString(Instant.now().getEpochSecond());
        return send(path, stamp, sign(secret, stamp, body), body);
    }

    Heard send(String path, String stamp, String signature, String body) {
        return wire.send(
                path,
                Map.of(
                        "X-Slack-Request-Timestamp",
                        List.of(stamp),
                        "X-Slack-Signature",
                        List.of(signature)),
                body.getBytes(UTF_8));
    }

    /// By <https://docs.slack.dev/authentication/verifying-requests-from-slack>.
    static String sign(String secret, String stamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "v0="
                    + HexFormat.of()
                            .formatHex(mac.doFinal(("v0:" + stamp + ":" + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
