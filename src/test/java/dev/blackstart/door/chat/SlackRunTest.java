package dev.blackstart.door.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.blackstart.chat.Desk;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is asked for, watched and answered in Slack, with a Slack that behaves and one that
/// does not.
class SlackRunTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeSlack slack = new FakeSlack();
    private final ChatHouse house;
    private SlackTeam team;

    SlackRunTest(@TempDir Path folder) {
        house = new ChatHouse(folder, slack, Duration.ofMillis(300));
        team = house.team();
    }

    @AfterEach
    void closes() {
        house.close();
    }

    private String drill() {
        return drill("full-disk");
    }

    private String drill(String name) {
        SlackTeam.Heard heard = team.command("U1", "drill " + name);
        assertThat(heard.status()).isEqualTo(200);
        Pattern id = Pattern.compile("Run ([0-9a-hjkmnp-tv-z]{26})");
        await().atMost(SOON).until(() -> id.matcher(heard.body() + slack.whispers).find());
        Matcher run = id.matcher(heard.body() + slack.whispers);
        assertThat(run.find()).isTrue();
        slack.whispers.clear();
        return run.group(1);
    }

    private String shown(String run) {
        List<ObjectNode> all = slack.of(run);
        return all.isEmpty() ? "" : all.getFirst().toString();
    }

    private void recovers(String run) {
        await().atMost(SOON).until(() -> shown(run).contains("RECOVERED"));
    }

    private String yes(String run) {
        await().atMost(SOON).until(() -> slack.button(run, "y").isPresent());
        return slack.button(run, "y").orElseThrow();
    }

    @Test
    void aRunIsOneMessageThatIsEditedAndItsGateIsAnsweredThere() {
        String run = drill();
        String value = yes(run);

        assertThat(shown(run))
                .contains("journalctl --vacuum-size=200M", "log_disk_full", "node1", "digest")
                .contains("rich_text_preformatted");
        SlackTeam.Heard clicked = team.click("U1", value);
        recovers(run);
        await().atMost(SOON).until(() -> slack.of(run).size() == 2);

        assertThat(clicked.status()).isEqualTo(200);
        assertThat(clicked.body()).isEmpty();
        assertThat(slack.button(run, "y")).isEmpty();
        assertThat(slack.whispers).isEmpty();
        assertThat(shown(run)).contains("G1: y by anna");
        assertThat(slack.of(run).get(1).path("thread_ts"))
                .isEqualTo(slack.of(run).get(0).get("ts"));
        assertThat(slack.of(run).get(1).toString()).contains("What was found");
    }

    @Test
    void whoMayNotAnswerIsToldAloneAndTheGateStaysOpen() {
        String run = drill();
        String value = yes(run);

        team.click("U2", value);
        team.click("U9", value);
        await().atMost(SOON).until(() -> slack.whispers.size() == 2);

        assertThat(slack.whispers.toString())
                .contains(
                        "anna answers the gates of this run", "Nobody here knows you", "ephemeral");
        assertThat(slack.button(run, "y")).isPresent();
        team.click("U1", value.replaceFirst(" [0-9a-f]{64} ", " " + "0".repeat(64) + " "));
        await().atMost(SOON)
                .until(() -> slack.whispers.toString().contains("has changed since you saw it"));
        team.click("U1", value);
        team.click("U1", value);
        recovers(run);
    }

    @Test
    void messagesArriveOnceWhateverSlackDoes() {
        slack.next(
                FakeSlack.Mood.LOST,
                FakeSlack.Mood.BROKEN,
                FakeSlack.Mood.BUSY,
                FakeSlack.Mood.DEAF);
        String run = drill();
        team.click("U1", yes(run));
        recovers(run);
        await().atMost(SOON).until(() -> slack.of(run).size() == 2);

        assertThat(slack.of(run)).hasSize(2);
        assertThat(slack.calls).contains("conversations.history");
    }

    @Test
    void aSilentChatChangesNothingAndIsToldOfElsewhere() {
        slack.always(Optional.of(FakeSlack.Mood.BROKEN));
        String run = drill();
        await().atMost(SOON)
                .until(() ->
                        EventTexts.of(house.service(), run)
                                .contains("The chat does not answer; gate G1 waits"));
        slack.always(Optional.empty());

        team.click("U1", yes(run));
        recovers(run);
        await().atMost(SOON).until(() -> slack.of(run).size() == 2);
        assertThat(slack.messages).hasSize(2);
    }

    @Test
    void aServiceThatWasStartedAnewEditsTheSameMessage() {
        String run = drill();
        String value = yes(run);
        house.startChatAnew();
        team = house.team();

        team.click("U1", value);
        recovers(run);
        await().atMost(SOON).until(() -> slack.of(run).size() == 2);
        assertThat(slack.messages).hasSize(2);
    }

    @Test
    void whatIsLongStandsInTheThreadAndTheButtonsBelowItsEnd() {
        String run = drill("long");
        String value = yes(run);
        List<ObjectNode> messages = slack.of(run);

        assertThat(shown(run)).contains("stands in the thread").doesNotContain("\"actions\"");
        assertThat(messages.subList(1, messages.size()))
                .allMatch(it -> it.get("thread_ts").equals(messages.getFirst().get("ts")));
        String all = messages.toString();
        IntStream.rangeClosed(1, 400)
                .forEach(i -> assertThat(all).contains("echo step " + i + " of a script"));
        assertThat(messages.getLast().toString()).contains("\"actions\"", "Why");
        team.click("U1", value);
        recovers(run);
        await().atMost(SOON).until(() -> slack.of(run).toString().contains("What was found"));
        await().atMost(SOON).until(() -> !slack.of(run).toString().contains("\"actions\""));
        assertThat(slack.of(run).toString()).contains("Gate G1 was answered with y by anna");
    }

    @Test
    void anAnswerForARunOfAnotherProcessIsNotTaken() {
        String run = drill();
        String value = yes(run);
        Press press = Press.read(value).orElseThrow();
        try (Service other = house.another()) {
            Caller anna =
                    new Caller(
                            new Person("anna"),
                            "slack:T1/U1",
                            Channel.CHAT,
                            new Grant(
                                    Set.of(Scope.VIEW, Scope.APPROVE),
                                    Optional.empty(),
                                    Risk.MUTATE));
            Desk desk = new Desk(other, any -> {});

            assertThat(
                            desk.answer(
                                    new Gates.Answer(
                                            press.run(), press.gate(), press.digest(), "y", "", ""),
                                    anna))
                    .hasValueSatisfying(it ->
                            assertThat(it)
                                    .contains(
                                            "is carried out by another process, which believes no answer from here",
                                            "blackstart attach " + run));
        }
        assertThat(slack.button(run, "y")).isPresent();
    }
}
