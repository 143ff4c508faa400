package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.runbook.Secret;
import dev.blackstart.service.RunQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts, signed webhooks and Mattermost.
class OtherChatsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeSlack slack = new FakeSlack();
    private final ChatHouse house;

    OtherChatsTest(@TempDir Path folder) {
        house = new ChatHouse(folder, slack, Duration.ofSeconds(30));
    }

    @AfterEach
    void closes() {
        house.close();
    }

    private Reply alert(String group, String status, String token) {
        String body =
                """
                {"version": "4", "groupKey": "%s", "status": "%s", "receiver": "blackstart",
                 "alerts": [{"status": "%s", "startsAt": "2026-11-22T10:00:00Z",
                   "labels": {"alertname": "LogDiskFull", "severity": "critical", "instance": "node1"}}]}
                """
                        .formatted(group, status, status);
        return house.chats()
                .alerts()
                .orElseThrow()
                .take(
                        Received.of(
                                Map.of("Authorization", List.of("Bearer " + token)),
                                body.getBytes(UTF_8)));
    }

    private Reply alert(String group, String status) {
        return alert(group, status, ChatHouse.SECRET);
    }

    @Test
    void anAlertStartsADiagnosisOnceAndItsResultIsTold() {
        assertThat(alert("g", "firing", "wrong").status()).isEqualTo(401);
        assertThat(alert("g", "resolved").body()).contains("No rule fits");
        Reply first = alert("g", "firing");
        Reply again = alert("g", "firing");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).contains("already");
        // the host of the inventory does not answer, which a diagnosis says
        await().atMost(SOON).until(() -> slack.messages.toString().contains("asked by alerts"));
        assertThat(slack.messages.getFirst().toString())
                .contains("diagnosis")
                .doesNotContain("\"actions\"");
        assertThat(slack.of("").stream().filter(it -> !it.has("thread_ts"))).hasSize(1);
    }

    @Test
    void aFloodOfAlertsStartsFew() {
        List<Reply> replies =
                IntStream.range(0, 10_000).mapToObj(i -> alert("g" + i, "firing")).toList();

        assertThat(replies).allMatch(it -> it.status() == 200 || it.status() == 429);
        assertThat(replies.stream().filter(it -> it.body().contains("\"run\"")))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(house.service().runs().list(RunQuery.ALL, EventTexts.ANYBODY).runs())
                .hasSizeBetween(1, 10);
    }

    private Reply webhook(String body, String... signatures) {
        return webhook(Instant.now(), body, signatures);
    }

    private Reply webhook(Instant signed, String body, String... signatures) {
        String stamp = Long.toString(signed.getEpochSecond());
        String right =
                Signatures.sign("v1", new Secret(ChatHouse.SECRET), stamp, body.getBytes(UTF_8));
        String all = String.join(",", signatures).replace("RIGHT", right);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Blackstart-Timestamp", List.of(stamp));
        headers.put("Blackstart-Signature", List.of(all));
        return house.chats()
                .webhook()
                .orElseThrow()
                .take(Received.of(headers, body.getBytes(UTF_8)));
    }

    @Test
    void oneOfSeveralSignaturesMustBeRight() {
        String list = "{\"id\": \"%d\", \"account\": \"T1/U1\", \"text\": \"list\"}";
        String wrong = "v1=" + "0".repeat(64);

        assertThat(webhook(list.formatted(1), wrong, "RIGHT").body()).contains("full-disk");
        assertThat(webhook(list.formatted(2), wrong, wrong).status()).isEqualTo(401);
        assertThat(
                        webhook(
                                        list.formatted(3),
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        wrong,
                                        "RIGHT")
                                .status())
                .isEqualTo(401);
        assertThat(webhook(list.formatted(4).replace("U1", "U9"), "RIGHT").body())
                .contains("Nobody here knows you")
                .doesNotContain("full-disk");
    }

    @Test
    void anOrderThatIsSentAgainIsOneRun() {
        String order = "{\"id\": \"7\", \"account\": \"T1/U1\", \"text\": \"drill full-disk\"}";

        Instant now = Instant.now();
        Reply first = webhook(now, order, "RIGHT");
        Reply replayed = webhook(now, order, "RIGHT");
        await().atMost(SOON).until(() -> slack.messages.size() == 1);
        Reply sentAgain = webhook(now.minusSeconds(2), order, "RIGHT");

        Reply other = webhook(order.replace("drill full-disk", "drill stuck-cache"), "RIGHT");
        Reply strange = webhook(order.replace("text", "person"), "RIGHT");

        assertThat(other.body()).contains("was used for another order");
        assertThat(strange.status()).isEqualTo(400);
        assertThat(strange.body())
                .contains("The key person is not known here; allowed are account");
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(sentAgain.body()).contains("Run ");
        assertThat(first.status()).isEqualTo(200);
        assertThat(house.service().runs().list(RunQuery.ALL, EventTexts.ANYBODY).runs()).hasSize(1);
    }

    private Reply mattermost(String user, String text, String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("team_id", "T1");
        form.put("user_id", user);
        form.put("text", text);
        form.put("response_url", "http://127.0.0.1:" + slack.port() + "/commands/x");
        return house.chats()
                .mattermost()
                .orElseThrow()
                .command(Received.of(Map.of(), SlackTeam.form(form).getBytes(UTF_8)));
    }

    private Reply click(byte[] body) {
        return house.chats().mattermost().orElseThrow().action(Received.of(Map.of(), body));
    }

    @Test
    void mattermostStartsARunAndAnswersItsGate() {
        assertThat(mattermost("U1", "list", "wrong").status()).isEqualTo(401);
        assertThat(mattermost("U9", "list", ChatHouse.SECRET).body())
                .contains("Nobody here knows you");
        mattermost("U1", "drill full-disk", ChatHouse.SECRET);
        FakeMattermost posts = slack.mattermost;
        await().atMost(SOON).until(() -> posts.asks("y"));

        String forged =
                new String(posts.click("y", "U1"), UTF_8).replaceFirst("v1=....", "v1=0000");
        assertThat(click(forged.getBytes(UTF_8)).status()).isEqualTo(401);
        assertThat(click(posts.click("y", "U9")).body()).contains("Nobody here knows you");
        assertThat(posts.posts.getFirst().get("message").asText())
                .contains("```text\n", "journalctl --vacuum-size=200M", "**Free a full log disk**")
                .as("it stays as long as the gate is open")
                .containsPattern("What licenses this \\(with the time at which it was found\\):")
                .containsPattern("log_disk_full +node1 +true +[0-9:]{8} UTC")
                .containsPattern("Why \\(ages are of [0-9:]{8} UTC, when the gate opened\\):")
                .doesNotContain("ages are of now");
        assertThat(click(posts.click("y", "U1")).status()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> posts.posts.getFirst().get("message").asText().contains("RECOVERED"));
        assertThat(posts.asks("y")).isFalse();
    }

    private Reply form(byte[] body) {
        return house.chats().mattermost().orElseThrow().dialog(Received.of(Map.of(), body));
    }

    @Test
    void whatMustBeTypedIsAskedForInAFormOfMattermost() {
        mattermost("U1", "drill stuck-cache", ChatHouse.SECRET);
        FakeMattermost posts = slack.mattermost;
        await().atMost(SOON).until(() -> posts.asks("y"));

        posts.shut = true;
        assertThat(click(posts.click("y", "U1")).body())
                .contains(
                        "The form could not be opened (it answered 500), and nothing was answered");
        posts.shut = false;
        assertThat(click(posts.click("y", "U1")).body()).isEqualTo("{}");
        await().atMost(SOON).until(() -> !posts.dialogs.isEmpty());
        JsonNode dialog = posts.dialogs.getLast();
        assertThat(dialog.get("trigger_id").asText()).isEqualTo("t1");
        assertThat(dialog.get("url").asText())
                .isEqualTo("http://127.0.0.1:8470/chat/mattermost/dialog");
        assertThat(dialog.toString())
                .contains("Type in full: web1", "\"name\":\"reason\"", "\"optional\":true");

        String forged = new String(posts.fill("U1", "web1", ""), UTF_8);
        assertThat(form(forged.replaceFirst("v1=....", "v1=0000").getBytes(UTF_8)).status())
                .isEqualTo(401);
        assertThat(form(forged.replaceFirst(" y 0", " n 0").getBytes(UTF_8)).status())
                .as("another choice than was clicked")
                .isEqualTo(401);
        assertThat(form("{\"state\": \"\"}".getBytes(UTF_8)).status()).isEqualTo(401);
        assertThat(form(posts.fill("U9", "web1", "")).body()).contains("Nobody here knows you");
        assertThat(form(posts.fill("U1", "web2", "")).body()).contains("error", "web1");
        assertThat(posts.asks("y")).as("the gate is still open").isTrue();

        assertThat(form(posts.fill("U1", " web1 ", "it is stuck")).body()).isEqualTo("{}");
        await().atMost(SOON)
                .until(() -> posts.posts.getFirst().get("message").asText().contains("RECOVERED"));
        assertThat(form(posts.fill("U1", "web1", "it is stuck")).body())
                .as("sent again, it counted once and says so")
                .isEqualTo("{}");
    }
}
