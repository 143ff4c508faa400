package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/// The edges of time at which a signature counts and does not.
class SignaturesTest {
    private static final Instant SIGNED = Instant.parse("2026-11-22T12:00:00Z");
    private static final ChatSettings.Shared SECRET =
            new ChatSettings.Shared(
                    new Secret("the new secret"),
                    Optional.of(new Secret("the old secret")),
                    Optional.of(SIGNED));

    private Instant now = SIGNED;
    private final Signatures signatures =
            new Signatures(Signatures.Scheme.SLACK, SECRET, () -> now);

    private boolean takes(String secret, String body) {
        return said(secret, body).isEmpty();
    }

    private Optional<Reply> said(String secret, String body) {
        String stamp = Long.toString(SIGNED.getEpochSecond());
        return signatures.refusal(
                Received.of(
                        Map.of(
                                "X-Slack-Request-Timestamp",
                                List.of(stamp),
                                "X-Slack-Signature",
                                List.of(SlackTeam.sign(secret, stamp, body))),
                        body.getBytes(UTF_8)));
    }

    @Test
    void theExampleOfSlacksDocumentationIsSignedAsThere() {
        String body =
                "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(
                        Signatures.sign(
                                "v0",
                                new Secret("8f742231b10e8888abcd99yyyzzz85a5"),
                                "1531420618",
                                body.getBytes(UTF_8)))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void fiveMinutesToBothSidesCount() {
        now = SIGNED.plusSeconds(300);
        assertThat(takes("the new secret", "a")).isTrue();
        now = SIGNED.minusSeconds(300);
        assertThat(takes("the new secret", "b")).isTrue();
        now = SIGNED.plusSeconds(301);
        assertThat(takes("the new secret", "c")).isFalse();
        now = SIGNED.minusSeconds(301);
        assertThat(takes("the new secret", "d")).isFalse();
    }

    @Test
    void whoCanSignIsToldByHowMuchTheClocksAreApart() {
        now = SIGNED.plusSeconds(812);
        assertThat(said("the new secret", "a").orElseThrow().body())
                .contains("its time is 812 s behind this server's clock, and more than 300 s");
        now = SIGNED.minusSeconds(301);
        assertThat(said("the new secret", "b").orElseThrow().body())
                .contains("its time is 301 s ahead of this server's clock");
    }

    @Test
    void aStrangerIsToldNothingOfTheClock() {
        now = SIGNED.plusSeconds(812);
        assertThat(said("some other secret", "a")).contains(Reply.unsigned());
        assertThat(Reply.unsigned().body()).doesNotContain("clock", "detail");
    }

    @Test
    void theLogSaysItOnceAMinute() {
        List<String> logged = new ArrayList<>();
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord told) {
                        logged.add(new SimpleFormatter().formatMessage(told));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger logger = Logger.getLogger("blackstart");
        logger.addHandler(handler);
        try {
            now = SIGNED.plusSeconds(812);
            said("the new secret", "a");
            said("the new secret", "b");
            said("some other secret", "c");
            assertThat(logged)
                    .singleElement()
                    .asString()
                    .contains("right x-slack-signature", "812 s behind this server's clock");
            now = now.plusSeconds(60);
            said("the new secret", "d");
            assertThat(logged).hasSize(2);
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void theOldSecretCountsUntilItsEndAndNotAfter() {
        now = SIGNED.minusMillis(1);
        assertThat(takes("the old secret", "a")).isTrue();
        assertThat(takes("the old secret", "a")).isFalse();
        now = SIGNED;
        assertThat(takes("the old secret", "b")).isFalse();
        assertThat(takes("the new secret", "b")).isTrue();
    }
}
