package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Account;
import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Fingerprint;
import dev.blackstart.chat.Message;
import dev.blackstart.chat.People;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Order;
import dev.blackstart.view.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// What Slack sends: commands, clicks, and forms that were filled in. Each is answered soon, and
/// what takes longer is told to the person later.
final class SlackDoor {
    private final Signatures signatures;
    private final Addresses addresses;
    private final People people;
    private final Desk desk;
    private final SlackBlocks blocks;
    private final SlackBoard board;
    private final HttpPost http;
    private final Courier courier;
    private final Work work;

    SlackDoor(
            Signatures signatures,
            Addresses addresses,
            People people,
            Desk desk,
            SlackBlocks blocks,
            SlackBoard board,
            HttpPost http,
            Courier courier,
            Work work) {
        this.signatures = signatures;
        this.addresses = addresses;
        this.people = people;
        this.desk = desk;
        this.blocks = blocks;
        this.board = board;
        this.http = http;
        this.courier = courier;
        this.work = work;
    }

    /// `/blackstart …`
    Reply command(Received request) {
        Optional<Reply> refused = signatures.refusal(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        Map<String, String> form = request.form().orElse(Map.of());
        if (form.containsKey("ssl_check")) {
            return Reply.EMPTY; // Slack looks whether the certificate is good, and asks for nothing
        }
        Optional<URI> later = addresses.allowed(form.getOrDefault("response_url", ""));
        if (later.isEmpty()) {
            return Reply.malformed(addresses.refusal());
        }
        Account account =
                account(form.getOrDefault("team_id", ""), form.getOrDefault("user_id", ""));
        Optional<Caller> caller = people.caller(account);
        return caller.isEmpty()
                ? Reply.of(alone(Strangers.told(account)))
                : wished(form.getOrDefault("text", ""), caller.get(), later.get(), key(request));
    }

    private Reply wished(String text, Caller caller, URI later, Order.Key key) {
        return work.command(
                text,
                wish -> desk.carryOut(wish, caller, key),
                this::alone,
                said -> tell(later, said));
    }

    /// A click, or a form.
    Reply interaction(Received request) {
        Optional<Reply> refused = signatures.refusal(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        JsonNode payload = payload(request);
        return switch (payload.path("type").asText()) {
            case "block_actions" -> clicked(payload);
            case "view_submission" -> submitted(payload);
            default -> Reply.EMPTY;
        };
    }

    private Reply clicked(JsonNode payload) {
        Optional<URI> later = addresses.allowed(payload.path("response_url").asText());
        Optional<Press> press = Press.read(payload.path("actions").path(0).path("value").asText());
        if (later.isEmpty()) {
            return Reply.malformed(addresses.refusal());
        }
        if (press.isEmpty()) {
            return Reply.malformed("There is no such button.");
        }
        Account account = account(payload);
        Optional<Caller> caller = people.caller(account);
        try {
            var _ =
                    work.soon(
                            () -> {
                                click(press.get(), account, caller, payload, later.get());
                                return true;
                            },
                            done -> {});
        } catch (Work.Full e) {
            tell(later.get(), alone(Strangers.busy()));
        }
        return Reply.EMPTY;
    }

    private void click(
            Press press, Account account, Optional<Caller> caller, JsonNode payload, URI later) {
        if (caller.isEmpty()) {
            tell(later, alone(Strangers.told(account)));
        } else if (press.asks()) {
            board.open(payload.path("trigger_id").asText(), press)
                    .ifPresent(why -> tell(later, alone(Message.said(press.unopened(why)))));
        } else {
            desk.answer(answer(press, "", ""), caller.get())
                    .ifPresent(sentence -> tell(later, alone(Message.said(sentence))));
        }
    }

    private Reply submitted(JsonNode payload) {
        JsonNode view = payload.path("view");
        Optional<Press> press = Press.read(view.path("private_metadata").asText());
        if (press.isEmpty()) {
            return Reply.malformed("There is no such form.");
        }
        Account account = account(payload);
        Optional<Caller> caller = people.caller(account);
        if (caller.isEmpty()) {
            return wrong(press.get(), Strangers.sentence(account));
        }
        Gates.Answer answer =
                answer(press.get(), value(view, SlackModal.TYPED), value(view, SlackModal.REASON));
        String user = payload.path("user").path("id").asText();
        try {
            return work.soon(
                            () -> desk.answer(answer, caller.get()),
                            late ->
                                    late.ifPresent(
                                            it -> board.whisper(user, blocks.of(Message.said(it)))))
                    .map(said -> said.map(it -> wrong(press.get(), it)).orElse(Reply.EMPTY))
                    .orElse(Reply.EMPTY);
        } catch (Work.Full e) {
            return wrong(press.get(), Strangers.ANSWER_AGAIN);
        }
    }

    /// Said in the form, to whoever filled it in.
    private static Reply wrong(Press press, String sentence) {
        String field = press.typed().isEmpty() ? SlackModal.REASON : SlackModal.TYPED;
        return Reply.of(
                Json.object()
                        .with("response_action", "errors")
                        .with("errors", Json.object().with(field, sentence)));
    }

    private static String value(JsonNode view, String field) {
        return view.path("state").path("values").path(field).path(field).path("value").asText("");
    }

    private static Gates.Answer answer(Press press, String typed, String note) {
        return new Gates.Answer(
                press.run(),
                press.gate(),
                press.digest(),
                press.choice(),
                typed.strip(),
                note.strip());
    }

    private static JsonNode payload(Received request) {
        return Wire.read(request.form().orElse(Map.of()).getOrDefault("payload", ""));
    }

    /// The team that the user belongs to, which in a shared channel is not that of the channel.
    private static Account account(JsonNode payload) {
        JsonNode user = payload.path("user");
        String team = user.path("team_id").asText(payload.path("team").path("id").asText());
        return account(team, user.path("id").asText());
    }

    private static Account account(String team, String user) {
        return new Account("slack", team + "/" + user);
    }

    /// The same request never starts two runs, even after the service was started anew.
    private static Order.Key key(Received request) {
        String digest = Fingerprint.of(request.body());
        return new Order.Key("slack-" + digest, digest);
    }

    private Json.Fields alone(Message message) {
        return blocks.of(message)
                .with("response_type", "ephemeral")
                .with("replace_original", Json.of(false));
    }

    private void tell(URI later, Json.Fields said) {
        courier.tell(() -> http.post(later, Optional.empty(), said));
    }
}
