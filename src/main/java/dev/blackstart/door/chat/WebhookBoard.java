package dev.blackstart.door.chat;

import dev.blackstart.chat.Board;
import dev.blackstart.chat.Delivered;
import dev.blackstart.chat.Message;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.view.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// Tells runs to a webhook, signed as it signs to us. A message is known by our own `id`: the same
/// `id` again is the newest text of the same message, so that nothing has to be looked for.
final class WebhookBoard implements Board {
    private final URI url;
    private final ChatSettings.Shared secret;
    private final Texts texts;
    private final HttpPost http;
    private final InstantSource clock;

    WebhookBoard(
            URI url, ChatSettings.Shared secret, Texts texts, HttpPost http, InstantSource clock) {
        this.url = url;
        this.secret = secret;
        this.texts = texts;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivered post(String key, Optional<String> below, Message message) {
        return told(key, below, message);
    }

    @Override
    public Delivered update(String id, Message message) {
        int dot = id.indexOf('.');
        return told(id, dot < 0 ? Optional.empty() : Optional.of(id.substring(0, dot)), message);
    }

    /// It stands there or is told again under the same id, which comes to the same.
    @Override
    public Delivered find(String key, Optional<String> below) {
        return new Delivered.Done(key);
    }

    private Delivered told(String id, Optional<String> below, Message message) {
        String body = json(id, below, message).shown();
        return http.post(url, request -> signed(request, body), body)
                .delivered(it ->
                        it.status() / 100 == 2
                                ? new Delivered.Done(id)
                                : new Delivered.Never("status " + it.status()));
    }

    private HttpRequest.Builder signed(HttpRequest.Builder request, String body) {
        String stamp = Long.toString(clock.instant().getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return request.header("Blackstart-Timestamp", stamp)
                .header(
                        "Blackstart-Signature",
                        Signatures.sign(
                                Signatures.Scheme.OWN.version(), secret.now(), stamp, bytes));
    }

    private Json json(String id, Optional<String> below, Message message) {
        return Json.object()
                .with("id", id)
                .with("below", below)
                .with("text", texts.of(message))
                .with(
                        "exact",
                        Json.array(
                                message.exact(),
                                it ->
                                        Json.object()
                                                .with("title", it.title())
                                                .with("lines", Json.texts(it.lines()))))
                .with("answers", Json.array(message.buttons(), WebhookBoard::answer));
    }

    /// What is sent back as `answer`, with `typed` and `reason` filled in.
    private static Json answer(Message.Button it) {
        return Json.object()
                .with("label", it.label())
                .with("run", it.run().value())
                .with("gate", it.gate().toString())
                .with("digest", it.digest())
                .with("choice", it.choice())
                .with("type", it.typed())
                .with("reason", Json.of(it.reason()))
                .with("changes_nothing", Json.of(it.changesNothing()));
    }
}
