package dev.blackstart.door.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A live run on a real host under the policy of a site: who asks, who may say yes, what they type,
/// and what the journal keeps of it.
class SlackApprovalTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Path flag;
    private final FakeSlack slack = new FakeSlack();
    private final RealSshd host;
    private final ChatHouse house;
    private final SlackTeam team;

    SlackApprovalTest(@TempDir Path folder) throws IOException {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        host = RealSshd.start(folder.resolve("sshd"), Keygen.publicPart(key));
        house = new ChatHouse(folder, slack, Duration.ofSeconds(30));
        team = house.team();
        flag = Files.createFile(folder.resolve("flag"));
        Path runbooks = folder.resolve("runbooks");
        Files.writeString(
                runbooks.resolve("inventory.yaml"),
                """
                hosts:
                  node1: { address: 127.0.0.1, port: %d, user: %s, groups: [ nodes ], host_key: %s %s }
                """
                        .formatted(
                                host.port(),
                                System.getProperty("user.name"),
                                host.hostKey().type(),
                                host.hostKey().base64()));
        Files.createDirectory(runbooks.resolve("flag"));
        Files.writeString(
                runbooks.resolve("flag/runbook.yaml"),
                """
                runbook: flag
                title: Take the flag down
                steps:
                  - check: flag
                    on: nodes
                    run: test -e %s
                    findings: { flag_up: exit == 0 }
                  - action: take_down
                    on: nodes
                    risk: disrupt
                    requires: any(flag_up)
                    run: rm %s
                    verify: { check: flag, that: "!host.flag_up", within: 10s }
                """
                        .formatted(flag, flag));
    }

    @AfterEach
    void closes() {
        house.close();
        host.close();
    }

    private String started() {
        SlackTeam.Heard heard = team.command("U1", "run flag");
        Pattern id = Pattern.compile("Run ([0-9a-hjkmnp-tv-z]{26})");
        await().atMost(SOON).until(() -> id.matcher(heard.body() + slack.whispers).find());
        Matcher run = id.matcher(heard.body() + slack.whispers);
        assertThat(run.find()).isTrue();
        await().atMost(SOON).until(() -> slack.button(run.group(1), "y").isPresent());
        slack.whispers.clear();
        return run.group(1);
    }

    /// What the form says to who fills it in, at once or a little later.
    private String answered(String user, String metadata, String typed, String reason) {
        int before = slack.whispers.size();
        SlackTeam.Heard heard =
                team.fillIn(user, metadata, Map.of("typed", typed, "reason", reason));
        assertThat(heard.status()).isEqualTo(200);
        await().atMost(SOON)
                .until(() ->
                        !heard.body().isEmpty()
                                || slack.whispers.size() > before
                                || !Files.exists(flag));
        return heard.body() + slack.whispers.subList(before, slack.whispers.size());
    }

    @Test
    void whoPressedIsToldThatTheFormDidNotOpen() {
        String run = started();
        slack.always(Optional.of(FakeSlack.Mood.BROKEN));
        slack.deaf(1);
        team.click("U2", slack.button(run, "y").orElseThrow());
        await().atMost(SOON).until(() -> !slack.whispers.isEmpty());
        slack.always(Optional.empty());

        assertThat(slack.views).isEmpty();
        assertThat(slack.whispers.getFirst().toString())
                .contains(
                        "The form could not be opened (it answered 500), and nothing was answered; press again, or answer at a terminal with blackstart attach "
                                + run);
    }

    @Test
    void somebodyElseTypesTheNameAndTheJournalKeepsWhoItWas() {
        String run = started();
        team.click("U2", slack.button(run, "y").orElseThrow());
        await().atMost(SOON).until(() -> !slack.views.isEmpty());
        var view = slack.views.getFirst().path("view");
        String metadata = view.path("private_metadata").asText();

        assertThat(view.toString()).contains("Type in full: node1", "digest");
        assertThat(answered("U1", metadata, "node1", "mine"))
                .contains("anna asked for this run, and the policy wants the yes of somebody else");
        assertThat(answered("U3", metadata, "node1", "me too")).contains("cy may not approve");
        assertThat(answered("U9", metadata, "node1", "")).contains("Nobody here knows you");
        assertThat(answered("U2", metadata, "node2", "")).contains("something else was typed");
        assertThat(flag).exists();
        answered("U2", metadata, "node1", "agreed on the phone");

        await().atMost(SOON).until(() -> slack.of(run).toString().contains("RECOVERED"));
        assertThat(flag).doesNotExist();
        assertThat(EventTexts.of(house.service(), run))
                .contains("way=CHAT, account=slack:T1/U2", "agreed on the phone", "by=bo")
                .contains("anna answered gate G1, which did not count");
    }
}
