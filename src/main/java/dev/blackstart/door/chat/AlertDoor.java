package dev.blackstart.door.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.chat.Alert;
import dev.blackstart.chat.Alerts;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.view.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What Alertmanager sends to a webhook,
/// <https://prometheus.io/docs/alerting/latest/configuration/#webhook_config>.
final class AlertDoor {
    private static final String BEARER = "Bearer ";

    /// More alerts of one group are not looked at.
    private static final int MOST = 2_000;

    private final ChatSettings.Shared secret;
    private final Alerts alerts;
    private final InstantSource clock;
    private final Work work;

    AlertDoor(ChatSettings.Shared secret, Alerts alerts, InstantSource clock, Work work) {
        this.secret = secret;
        this.alerts = alerts;
        this.clock = clock;
        this.work = work;
    }

    Reply take(Received request) {
        String said = request.header("authorization").orElse("");
        String token = said.startsWith(BEARER) ? said.substring(BEARER.length()) : "";
        if (!Bearer.right(secret, token, clock.instant()) || request.packed()) {
            return Reply.unsigned();
        }
        JsonNode body = Wire.read(request.text());
        String group = body.path("groupKey").asText();
        if (group.isEmpty() || !body.path("alerts").isArray()) {
            return Reply.malformed(
                    "The body must have groupKey and alerts, as Alertmanager sends them.");
        }
        List<Alert> all = alerts(body);
        try {
            return work.soon(() -> alerts.take(group, all), late -> {})
                    .map(AlertDoor::reply)
                    .orElseGet(() -> said("It is being done."));
        } catch (Work.Full e) {
            return busy("There is too much to do at this moment.");
        }
    }

    private static List<Alert> alerts(JsonNode body) {
        List<Alert> all = new ArrayList<>();
        for (JsonNode one : body.path("alerts")) {
            if (all.size() < MOST) {
                all.add(
                        new Alert(
                                Wire.texts(one.path("labels")),
                                one.path("status").asText().equals("firing"),
                                one.path("startsAt").asText()));
            }
        }
        return all;
    }

    private static Reply reply(Alerts.Taken taken) {
        return switch (taken) {
            case Alerts.Taken.Started it -> Reply.of(Json.object().with("run", it.run().value()));
            case Alerts.Taken.Nothing it -> said(it.why());
            case Alerts.Taken.TooMany it -> busy(it.why());
        };
    }

    private static Reply said(String sentence) {
        return Reply.of(Json.object().with("said", sentence));
    }

    private static Reply busy(String sentence) {
        return new Reply(
                429,
                Json.object()
                        .with("type", "urn:blackstart:problem:limit")
                        .with("title", "Too much at once")
                        .with("status", Json.of(429))
                        .with("detail", sentence)
                        .shown());
    }
}
