package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Board;
import dev.blackstart.chat.Delivered;
import dev.blackstart.chat.Message;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.view.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A channel of Slack. Each message carries our own key as metadata, by which it is found again
/// when the answer to its posting was lost.
final class SlackBoard implements Board {
    private static final String EVENT = "blackstart_message";

    /// Errors of Slack that go away by themselves.
    private static final Set<String> PASSING =
            Set.of(
                    "ratelimited",
                    "internal_error",
                    "fatal_error",
                    "service_unavailable",
                    "request_timeout");

    private final ChatSettings.Slack settings;
    private final SlackBlocks blocks;
    private final HttpPost http;

    SlackBoard(ChatSettings.Slack settings, SlackBlocks blocks, HttpPost http) {
        this.settings = settings;
        this.blocks = blocks;
        this.http = http;
    }

    @Override
    public Delivered post(String key, Optional<String> below, Message message) {
        Json body =
                blocks.of(message)
                        .with("channel", settings.channel())
                        .with("thread_ts", below)
                        .with(
                                "metadata",
                                Json.object()
                                        .with("event_type", EVENT)
                                        .with("event_payload", Json.object().with("key", key)));
        return delivered(call("chat.postMessage", body), SlackBoard::ts);
    }

    @Override
    public Delivered update(String id, Message message) {
        Json body = blocks.of(message).with("channel", settings.channel()).with("ts", id);
        return delivered(call("chat.update", body), answer -> new Delivered.Done(id));
    }

    @Override
    public Delivered find(String key, Optional<String> below) {
        String query =
                "?channel=%s&limit=200&include_all_metadata=true"
                        .formatted(encoded(settings.channel()));
        String method =
                below.map(ts -> "conversations.replies" + query + "&ts=" + encoded(ts))
                        .orElse("conversations.history" + query);
        return delivered(
                http.get(URI.create(settings.api() + "/" + method), token()),
                answer -> found(answer, key));
    }

    private static Delivered found(JsonNode answer, String key) {
        for (JsonNode message : answer.path("messages")) {
            if (message.path("metadata").path("event_payload").path("key").asText().equals(key)) {
                return ts(message);
            }
        }
        return new Delivered.NotThere();
    }

    private static Delivered ts(JsonNode node) {
        String ts = node.path("ts").asText();
        return ts.isEmpty()
                ? new Delivered.Later(
                        Optional.empty(), Delivered.Taken.PERHAPS, "it gave the message no ts")
                : new Delivered.Done(ts);
    }

    /// Opens the form that a press asks for.
    ///
    /// @return why it was not opened
    Optional<String> open(String trigger, Press press) {
        Json body = Json.object().with("trigger_id", trigger).with("view", SlackModal.of(press));
        return delivered(call("views.open", body), answer -> new Delivered.Done(trigger)).trouble();
    }

    private HttpPost.Result call(String method, Json body) {
        return http.post(URI.create(settings.api() + "/" + method), token(), body);
    }

    /// Says something to one person in the channel.
    void whisper(String user, Json.Fields text) {
        var _ =
                call(
                        "chat.postEphemeral",
                        text.with("channel", settings.channel()).with("user", user));
    }

    private Optional<String> token() {
        return Optional.of(settings.token().reveal());
    }

    private static Delivered delivered(
            HttpPost.Result result, Function<JsonNode, Delivered> whenDone) {
        return result.delivered(it -> answered(it, whenDone));
    }

    private static Delivered answered(
            HttpPost.Result.Answer answer, Function<JsonNode, Delivered> whenDone) {
        if (answer.json().path("ok").asBoolean()) {
            return whenDone.apply(answer.json());
        }
        String error = answer.json().path("error").asText("status " + answer.status());
        return PASSING.contains(error)
                ? new Delivered.Later(Optional.empty(), Delivered.Taken.PERHAPS, error)
                : new Delivered.Never(error);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
