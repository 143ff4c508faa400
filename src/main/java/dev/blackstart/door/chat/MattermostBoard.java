package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Board;
import dev.blackstart.chat.Delivered;
import dev.blackstart.chat.Message;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.view.Json;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/// A channel of Mattermost. Each post carries our own key among its properties.
final class MattermostBoard implements Board {
    private final ChatSettings.Mattermost settings;
    private final MattermostPosts posts;
    private final HttpPost http;

    MattermostBoard(ChatSettings.Mattermost settings, MattermostPosts posts, HttpPost http) {
        this.settings = settings;
        this.posts = posts;
        this.http = http;
    }

    @Override
    public Delivered post(String key, Optional<String> below, Message message) {
        Json body =
                Json.object()
                        .with("channel_id", settings.channel())
                        .with("root_id", below)
                        .with("message", posts.text(message))
                        .with("props", posts.props(key, message));
        return delivered(http.post(at("posts"), token(), body), MattermostBoard::id);
    }

    @Override
    public Delivered update(String id, Message message) {
        Json body =
                Json.object()
                        .with("message", posts.text(message))
                        .with("props", posts.props("", message));
        return delivered(
                http.put(at("posts/" + id + "/patch"), token(), body),
                answer -> new Delivered.Done(id));
    }

    @Override
    public Delivered find(String key, Optional<String> below) {
        URI where = at("channels/%s/posts?per_page=200".formatted(settings.channel()));
        return delivered(http.get(where, token()), answer -> found(answer, key));
    }

    private static Delivered found(JsonNode answer, String key) {
        for (JsonNode post : answer.path("posts")) {
            if (post.path("props").path("blackstart_key").asText().equals(key)) {
                return id(post);
            }
        }
        return new Delivered.NotThere();
    }

    private static Delivered id(JsonNode post) {
        String id = post.path("id").asText();
        return id.isEmpty()
                ? new Delivered.Later(
                        Optional.empty(), Delivered.Taken.PERHAPS, "it gave the post no id")
                : new Delivered.Done(id);
    }

    /// Opens the form that a press asks for.
    ///
    /// @return why it was not opened
    Optional<String> open(String trigger, Press press, String voucher) {
        return delivered(
                        http.post(
                                at("actions/dialogs/open"),
                                token(),
                                posts.dialog(trigger, press, voucher)),
                        answer -> new Delivered.Done(trigger))
                .trouble();
    }

    private URI at(String path) {
        return URI.create(settings.url() + "/api/v4/" + path);
    }

    private Optional<String> token() {
        return Optional.of(settings.bot().reveal());
    }

    private static Delivered delivered(
            HttpPost.Result result, Function<JsonNode, Delivered> whenDone) {
        return result.delivered(it ->
                it.status() < 300
                        ? whenDone.apply(it.json())
                        : new Delivered.Never(
                                it.json().path("message").asText("status " + it.status())));
    }
}
