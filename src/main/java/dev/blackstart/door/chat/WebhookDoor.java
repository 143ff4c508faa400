package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Account;
import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Fingerprint;
import dev.blackstart.chat.Message;
import dev.blackstart.chat.People;
import dev.blackstart.chat.Wish;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Order;
import dev.blackstart.service.Refusal;
import dev.blackstart.view.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Anything that can sign: `{"id": …, "account": "TEAM/USER", "text": "list"}`, or `answer` in
/// place of `text`. What is asked for is in the answer.
final class WebhookDoor {
    private static final Set<String> KEYS = Set.of("id", "account", "text", "answer");
    private static final Set<String> OF_ANSWER =
            Set.of("run", "gate", "digest", "choice", "typed", "reason");

    private final String platform;
    private final Signatures signatures;
    private final People people;
    private final Desk desk;
    private final Work work;

    WebhookDoor(String platform, Signatures signatures, People people, Desk desk, Work work) {
        this.platform = platform;
        this.signatures = signatures;
        this.people = people;
        this.desk = desk;
        this.work = work;
    }

    Reply take(Received request) {
        Optional<Reply> refused = signatures.refusal(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        JsonNode body = Wire.read(request.text());
        Optional<String> strange =
                Wire.strange(body, KEYS).or(() -> Wire.strange(body.path("answer"), OF_ANSWER));
        if (strange.isPresent()) {
            return Reply.malformed(strange.get());
        }
        Account account = new Account(platform, body.path("account").asText());
        Optional<Caller> caller = people.caller(account);
        if (caller.isEmpty()) {
            return Reply.of(shown(Strangers.told(account)));
        }
        try {
            return work.soon(() -> done(body, caller.get(), request), late -> {})
                    .map(message -> Reply.of(shown(message)))
                    .orElseGet(() -> Reply.of(shown(Message.said("It is being done."))));
        } catch (Work.Full e) {
            return Reply.of(shown(Strangers.busy()));
        }
    }

    private Message done(JsonNode body, Caller caller, Received request) {
        try {
            if (body.has("answer")) {
                return desk.answer(answer(body.path("answer")), caller)
                        .map(Message::said)
                        .orElseGet(() -> Message.said("The answer counts."));
            }
            return desk.carryOut(Wish.of(body.path("text").asText()), caller, key(body, request));
        } catch (Refusal e) {
            return Message.said(e.lines());
        }
    }

    /// Under one id one thing is asked for; without one, the same body is the same order.
    private static Order.Key key(JsonNode body, Received request) {
        String digest = Fingerprint.of(request.body());
        String id = body.path("id").asText();
        return new Order.Key("webhook-" + (id.isEmpty() ? digest : "id-" + id), digest);
    }

    private static Gates.Answer answer(JsonNode said) {
        Press press =
                Press.read(
                                "%s %s %s %s 0"
                                        .formatted(
                                                said.path("run").asText(),
                                                said.path("gate").asText(),
                                                said.path("digest").asText(),
                                                said.path("choice").asText()))
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.MALFORMED,
                                        "An answer has run, gate, digest and choice."));
        return new Gates.Answer(
                press.run(),
                press.gate(),
                press.digest(),
                press.choice(),
                said.path("typed").asText(),
                said.path("reason").asText());
    }

    private static Json shown(Message message) {
        return Json.object()
                .with(
                        "said",
                        message.values().get("lines") instanceof List<?> lines
                                ? Json.texts(lines)
                                : Json.texts(List.of()))
                .with(
                        "exact",
                        Json.array(
                                message.exact(),
                                it ->
                                        Json.object()
                                                .with("title", it.title())
                                                .with("lines", Json.texts(it.lines()))));
    }
}
