package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Order;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Channels that nobody asked hear of what waits for a person, and slow ones of it once.
class ToldElsewhereTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Caller ANNA =
            new Caller(
                    new Person("anna"),
                    "token anna",
                    Channel.API,
                    new Grant(Set.of(Scope.values()), Optional.empty(), Risk.IRREVERSIBLE));

    private final FakeSlack slack = new FakeSlack();
    private final ChatHouse house;

    ToldElsewhereTest(@TempDir Path folder) {
        house =
                new ChatHouse(
                        folder, slack, Duration.ofSeconds(30), FakeSlack.SLOWNESS.dividedBy(3));
    }

    @AfterEach
    void closes() {
        house.close();
    }

    private static RunId start(Service service, Mode mode, String name) {
        return service.runs()
                .start(new Order(name, mode, Map.of(), Map.of(), false, Optional.empty()), ANNA)
                .run();
    }

    private void answers(RunId run, String choice) throws InterruptedException {
        await().atMost(SOON).until(() -> house.service().gates().open(snapshot(run)).isPresent());
        var gate = house.service().gates().open(snapshot(run)).orElseThrow().gate();
        assertThat(
                        house.service()
                                .gates()
                                .answer(
                                        new Gates.Answer(
                                                run, gate.id(), gate.digest(), choice, "", ""),
                                        ANNA,
                                        SOON))
                .isInstanceOf(Gates.Outcome.Counted.class);
    }

    private Snapshot snapshot(RunId run) {
        return house.service().runs().one(run, ANNA);
    }

    @Test
    void aRunThatWaitsForAPersonIsToldWithoutBeingAskedFor() throws Exception {
        RunId drill = start(house.service(), Mode.DRILL, "full-disk");
        RunId run = start(house.service(), Mode.LIVE, "by-hand");

        await().atMost(SOON).until(() -> slack.messages.toString().contains("Gate G1"));
        assertThat(slack.of(run.value())).hasSize(1);
        assertThat(slack.messages.toString())
                .contains("Call the provider")
                .doesNotContain(drill.value());

        answers(run, "done");
        await().atMost(SOON)
                .until(() ->
                        slack.of(run.value()).getFirst().toString().contains("G1: done by anna"));
        assertThat(slack.of(drill.value())).as("a drill pages nobody").isEmpty();
        house.service().runs().abort(drill, "over", ANNA);
    }

    @Test
    void aRunOfAnotherProcessIsToldAndSaysWhereItIsAnswered() {
        try (Service other = house.another()) {
            RunId run = start(other, Mode.LIVE, "by-hand");
            await().atMost(SOON).until(() -> slack.messages.toString().contains("Gate G1"));
            assertThat(slack.messages.toString())
                    .contains("blackstart attach " + run)
                    .doesNotContain("\"actions\"");
            other.runs().abort(run, "over", ANNA);
        }
    }

    @Test
    void aWebhookIsToldTheSameSignedAndUnderOneIdEach() throws Exception {
        RunId run = start(house.service(), Mode.LIVE, "by-hand");
        await().atMost(SOON).until(() -> newest().toString().contains("Gate G1"));
        JsonNode first = newest().get(run.value());
        assertThat(first.get("text").asText()).contains("ask for the second line", "Open until");
        assertThat(first.get("exact").toString()).contains("this gate only records an answer");
        assertThat(first.get("answers").findValuesAsText("choice")).contains("done");
        assertThat(first.get("answers").get(0).get("digest").asText()).hasSize(64);

        answers(run, "done");
        await().atMost(SOON)
                .until(() -> newest().get(run.value()).toString().contains("done by anna"));
        assertThat(newest().get(run.value()).get("answers")).isEmpty();
        assertThat(slack.pushed)
                .allSatisfy(it ->
                        assertThat(it.signature())
                                .isEqualTo(
                                        Signatures.sign(
                                                "v1",
                                                new Secret(ChatHouse.SECRET),
                                                it.stamp(),
                                                it.body().getBytes(UTF_8))));
    }

    /// As somebody has it who keeps the newest text of each id.
    private Map<String, JsonNode> newest() {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        slack.pushed.forEach(it -> {
            JsonNode body = Wire.read(it.body());
            newest.put(body.get("id").asText(), body);
        });
        return newest;
    }

    @Test
    void aChatSlowerThanThePatienceHearsEverythingOnceAndInOrder() throws Exception {
        slack.always(Optional.of(FakeSlack.Mood.SLOW));
        RunId run = start(house.service(), Mode.LIVE, "by-hand");
        await().atMost(SOON).until(() -> !slack.of(run.value()).isEmpty());
        answers(run, "done");

        await().atMost(SOON)
                .until(() -> slack.of(run.value()).toString().contains("What was found"));
        slack.always(Optional.empty());
        await().atMost(SOON).until(() -> house.chats().followers().getFirst().outbox().answers());
        List<ObjectNode> told = slack.of(run.value());
        assertThat(told).as(told.toString()).hasSize(2);
        assertThat(told.getFirst().toString())
                .contains("G1: done by anna")
                .doesNotContain("Gate G1");
        assertThat(told.getLast().path("thread_ts")).isEqualTo(told.getFirst().get("ts"));
        assertThat(slack.calls).contains("conversations.history");
    }
}
