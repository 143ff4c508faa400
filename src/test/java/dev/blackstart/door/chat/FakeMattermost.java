package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The few paths of Mattermost's API that are used, as
/// <https://developers.mattermost.com/api-documentation/> has them.
final class FakeMattermost {
    private static final JsonMapper MAPPER = new JsonMapper();

    final List<ObjectNode> posts = new CopyOnWriteArrayList<>();

    /// Opens no form.
    volatile boolean shut;

    final List<JsonNode> dialogs = new CopyOnWriteArrayList<>();

    /// The answer; empty when the path is none of Mattermost's.
    Optional<String> take(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/api/v4/")) {
            return Optional.empty();
        }
        ObjectNode said =
                body.isEmpty() ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(body);
        if (path.equals("/api/v4/posts")) {
            said.put("id", "p" + (posts.size() + 1));
            posts.add(said);
            return Optional.of(said.toString());
        }
        if (path.endsWith("/patch")) {
            posts.stream()
                    .filter(it -> path.contains("/" + it.get("id").asText() + "/"))
                    .forEach(it -> it.setAll(said));
            return Optional.of("{\"id\": \"x\"}");
        }
        if (path.endsWith("/open")) {
            dialogs.add(said);
        }
        return Optional.of("{\"posts\": {}}");
    }

    byte[] click(String choice, String user) {
        JsonNode context =
                posts.stream()
                        .flatMap(it -> it.findParents("integration").stream())
                        .filter(it -> it.path("id").asText().equals("answer" + choice))
                        .map(it -> it.path("integration").path("context"))
                        .findFirst()
                        .orElseThrow();
        ObjectNode click = MAPPER.createObjectNode().put("user_id", user).put("team_id", "T1");
        click.put("trigger_id", "t1").set("context", context);
        return click.toString().getBytes(UTF_8);
    }

    /// The newest form, filled in by somebody.
    byte[] fill(String user, String typed, String reason) {
        ObjectNode said = MAPPER.createObjectNode().put("type", "dialog_submission");
        said.put("callback_id", "gate").put("user_id", user).put("team_id", "T1");
        said.put("state", dialogs.getLast().path("dialog").path("state").asText());
        said.putObject("submission").put("typed", typed).put("reason", reason);
        return said.toString().getBytes(UTF_8);
    }

    boolean asks(String choice) {
        return posts.toString().contains("\"answer" + choice + "\"");
    }
}
