package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Slack over the real server: who is believed, and a run from its command to its recovery.
@QuarkusTest
@WithTestResource(ServedChat.class)
class SlackOverHttpTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("")
    URI address = URI.create("http://127.0.0.1");

    private FakeSlack slack = new FakeSlack();

    @BeforeEach
    void opens() {
        slack.close();
        slack =
                new FakeSlack(
                        ConfigProvider.getConfig()
                                .getValue("blackstart.test.slack", Integer.class));
    }

    @AfterEach
    void closes() {
        slack.close();
    }

    private SlackTeam team(String secret) {
        return new SlackTeam(secret, slack.responseUrl(), this::send);
    }

    private SlackTeam team() {
        return team(ChatHouse.SECRET);
    }

    private SlackTeam.Heard send(String path, Map<String, List<String>> headers, byte[] body) {
        String base = address.toString().replaceFirst("/$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new SlackTeam.Heard(response.statusCode(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What a person is told, at once or a little later.
    private String told(SlackTeam.Heard heard, String part) {
        assertThat(heard.status()).isEqualTo(200);
        await().atMost(SOON).until(() -> (heard.body() + slack.whispers).contains(part));
        return heard.body() + slack.whispers;
    }

    static List<String> rows() {
        return SlackRows.names();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatSlackDidNotSignIsNotBelieved(String row) {
        SlackTeam.Heard heard = new SlackRows(team()).heard(row);

        assertThat(heard.status()).isEqualTo(401);
        assertThat(heard.body())
                .contains("urn:blackstart:problem:no-token")
                .doesNotContain("full-disk");
    }

    @Test
    void whatWasTakenIsNotTakenAgain() {
        String body = team().commandBody("U1", "list");
        String stamp = Long.toString(Instant.now().getEpochSecond());
        String signature = SlackTeam.sign(ChatHouse.SECRET, stamp, body);

        told(team().send("/chat/slack/command", stamp, signature, body), "full-disk");
        assertThat(team().send("/chat/slack/command", stamp, signature, body).status())
                .isEqualTo(401);
    }

    @Test
    void theLookAtTheCertificateIsAnswered() {
        String stamp = Long.toString(Instant.now().getEpochSecond());
        String body = "ssl_check=1&token=x";
        String signature = SlackTeam.sign(ChatHouse.SECRET, stamp, body);

        assertThat(team().send("/chat/slack/command", stamp, signature, body).status())
                .isEqualTo(200);
    }

    @Test
    void theOldSecretCountsWhileItIsBeingReplaced() {
        told(team(ChatHouse.OLD).command("U1", "list"), "full-disk");
    }

    @Test
    void whoThePolicyDoesNotKnowMayLookAtNothing() {
        // the name that is shown is anna's, and so is the user's id, in another team
        SlackTeam.Heard stranger = team().command("U9", "list");
        SlackTeam.Heard other =
                team().signed(
                                "/chat/slack/command",
                                team().commandBody("U1", "list")
                                        .replace("team_id=T1", "team_id=T2"));

        assertThat(List.of(stranger, other))
                .allSatisfy(heard -> {
                    assertThat(heard.status()).isEqualTo(200);
                    assertThat(heard.body())
                            .contains("Nobody here knows you", "ephemeral")
                            .doesNotContain("full-disk");
                });
    }

    @Test
    void whatIsNoCommandStartsNothing() {
        assertThat(team().command("U1", "run full-disk --hosts=* --yes").body())
                .contains("is not understood; behind the name stand parameters");
        assertThat(team().command("U1", "approve everything").body()).contains("is not known here");
        assertThat(team().command("U1", "run <!channel>").body())
                .contains("needs a name")
                .doesNotContain("<!channel>");
        told(
                team().command("U1", "diagnose nothing-like-this"),
                "There is no runbook nothing-like-this");
        assertThat(slack.messages).isEmpty();
    }

    @Test
    void anAnswerGoesToSlackAndNowhereElse() {
        for (String url :
                List.of(
                        "http://169.254.169.254/latest",
                        "https://hooks.slack.com.evil.example/x",
                        "https://127.0.0.1@evil.example/x",
                        "file:///etc/passwd",
                        "http://127.0.0.1:1/x",
                        "")) {
            SlackTeam.Heard heard =
                    new SlackTeam(ChatHouse.SECRET, url, this::send).command("U1", "list");
            assertThat(heard.status()).as(url).isEqualTo(400);
            assertThat(heard.body()).contains("The response_url is at none of 127.0.0.1:");
        }
    }

    @Test
    void aRunIsStartedShownAndAnswered() {
        SlackTeam.Heard heard = team().command("U1", "drill full-disk");
        Pattern id = Pattern.compile("Run ([0-9a-hjkmnp-tv-z]{26})");
        await().atMost(SOON).until(() -> id.matcher(heard.body() + slack.whispers).find());
        Matcher found = id.matcher(heard.body() + slack.whispers);
        assertThat(found.find()).isTrue();
        String run = found.group(1);
        await().atMost(SOON).until(() -> slack.button(run, "y").isPresent());

        SlackTeam.Heard clicked = team().click("U1", slack.button(run, "y").orElseThrow());

        assertThat(clicked).isEqualTo(new SlackTeam.Heard(200, ""));
        await().atMost(SOON).until(() -> slack.of(run).toString().contains("RECOVERED"));
        assertThat(send("/chat/slack/command", Map.of(), "".getBytes(UTF_8)).status())
                .isEqualTo(401);
    }
}
