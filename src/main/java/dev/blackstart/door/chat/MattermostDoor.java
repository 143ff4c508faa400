package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Account;
import dev.blackstart.chat.Desk;
import dev.blackstart.chat.Fingerprint;
import dev.blackstart.chat.Message;
import dev.blackstart.chat.People;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Order;
import dev.blackstart.view.Json;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What Mattermost sends: commands with their token, clicks and filled-in forms with our voucher.
final class MattermostDoor {
    private final ChatSettings.Mattermost settings;
    private final Addresses addresses;
    private final Vouchers vouchers;
    private final People people;
    private final Desk desk;
    private final MattermostPosts posts;
    private final MattermostBoard board;
    private final HttpPost http;
    private final Work work;
    private final InstantSource clock;

    MattermostDoor(
            ChatSettings.Mattermost settings,
            Vouchers vouchers,
            People people,
            Desk desk,
            MattermostPosts posts,
            MattermostBoard board,
            HttpPost http,
            Work work,
            InstantSource clock) {
        this.settings = settings;
        this.addresses = Addresses.of(settings.url());
        this.vouchers = vouchers;
        this.people = people;
        this.desk = desk;
        this.posts = posts;
        this.board = board;
        this.http = http;
        this.work = work;
        this.clock = clock;
    }

    Reply command(Received request) {
        Map<String, String> form = request.form().orElse(Map.of());
        if (!Bearer.right(settings.command(), form.getOrDefault("token", ""), clock.instant())) {
            return Reply.unsigned();
        }
        Optional<URI> later = addresses.allowed(form.getOrDefault("response_url", ""));
        if (later.isEmpty()) {
            return Reply.malformed(addresses.refusal());
        }
        Account account =
                account(form.getOrDefault("team_id", ""), form.getOrDefault("user_id", ""));
        Optional<Caller> caller = people.caller(account);
        if (caller.isEmpty()) {
            return Reply.of(alone(Strangers.told(account)));
        }
        String digest = Fingerprint.of(request.body());
        return wished(
                form.getOrDefault("text", ""),
                caller.get(),
                later.get(),
                new Order.Key("mattermost-" + digest, digest));
    }

    private Reply wished(String text, Caller caller, URI later, Order.Key key) {
        return work.command(
                text,
                wish -> desk.carryOut(wish, caller, key),
                this::alone,
                said -> {
                    var _ = http.post(later, Optional.empty(), said);
                });
    }

    /// A click.
    Reply action(Received request) {
        JsonNode body = Wire.read(request.text());
        String said = body.path("context").path("press").asText();
        String voucher = body.path("context").path("voucher").asText();
        Optional<Instant> until = vouchers.until(said, voucher);
        if (until.isEmpty()) {
            return Reply.unsigned();
        }
        Optional<Press> press = Press.read(said);
        Account account = account(body);
        Optional<Caller> caller = people.caller(account);
        if (press.isEmpty() || caller.isEmpty()) {
            return told(Strangers.sentence(account));
        }
        if (vouchers.over(until.get())) {
            return told(over(until.get()));
        }
        if (press.get().asks()) {
            return board.open(body.path("trigger_id").asText(), press.get(), voucher)
                    .map(why -> told(press.get().unopened(why)))
                    .orElseGet(() -> Reply.of(Json.object()));
        }
        return answered(press.get(), "", "", caller.get())
                .map(MattermostDoor::told)
                .orElseGet(() -> Reply.of(Json.object()));
    }

    /// A form that was filled in.
    Reply dialog(Received request) {
        JsonNode body = Wire.read(request.text());
        String[] state = body.path("state").asText().split(" ", 2);
        Optional<Instant> until =
                state.length < 2 ? Optional.empty() : vouchers.until(state[1], state[0]);
        if (until.isEmpty()) {
            return Reply.unsigned();
        }
        Optional<Press> press = Press.read(state[1]);
        Account account = account(body);
        Optional<Caller> caller = people.caller(account);
        if (press.isEmpty() || caller.isEmpty()) {
            return wrong(Strangers.sentence(account));
        }
        if (vouchers.over(until.get())) {
            return wrong(over(until.get()));
        }
        JsonNode said = body.path("submission");
        return answered(
                        press.get(),
                        said.path("typed").asText("").strip(),
                        said.path("reason").asText("").strip(),
                        caller.get())
                .map(MattermostDoor::wrong)
                .orElseGet(() -> Reply.of(Json.object()));
    }

    /// What the person is told; empty when the answer counts, or is on its way.
    private Optional<String> answered(Press press, String typed, String reason, Caller caller) {
        Gates.Answer answer =
                new Gates.Answer(
                        press.run(), press.gate(), press.digest(), press.choice(), typed, reason);
        try {
            return work.soon(() -> desk.answer(answer, caller), late -> {})
                    .orElse(Optional.empty());
        } catch (Work.Full e) {
            return Optional.of(Strangers.ANSWER_AGAIN);
        }
    }

    private static String over(Instant until) {
        return "That button counted until %s; nothing was answered, and the newest message of the run has the buttons that count."
                .formatted(until);
    }

    private Json alone(Message message) {
        return Json.object().with("response_type", "ephemeral").with("text", posts.text(message));
    }

    private static Reply told(String sentence) {
        return Reply.of(Json.object().with("ephemeral_text", sentence));
    }

    private static Reply wrong(String sentence) {
        return Reply.of(Json.object().with("error", sentence));
    }

    private static Account account(JsonNode body) {
        return account(body.path("team_id").asText(), body.path("user_id").asText());
    }

    private static Account account(String team, String user) {
        return new Account("mattermost", team + "/" + user);
    }
}
