package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Risk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file of chats is refused with everything that is wrong in it, before anything listens.
class ChatReaderTest {
    private static final String SLACK = "slack: { secret: good, token: good, channel: C1 }\n";

    @TempDir Path folder;

    @BeforeEach
    void secrets() throws IOException {
        secret("good", "long enough", "rw-------");
        secret("open", "long enough", "rw-r--r--");
        secret("short", "1234567", "rw-------");
    }

    private void secret(String name, String text, String mode) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
    }

    private Read<ChatSettings> read(String text) throws IOException {
        return ChatReader.read(Files.writeString(folder.resolve("chat.yaml"), text));
    }

    private List<String> refused(String text) throws IOException {
        Read<ChatSettings> read = read(text);
        assertThat(read).as(text).isInstanceOf(Read.Refused.class);
        return read.problems().stream()
                .map(Problem::toString)
                .map(it -> it.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsPlace() throws IOException {
        assertThat(
                        refused(
                                """
                                slack: { secret: open, token: absent, channel: C1 }
                                webhook: { secret: short, platform: teams }
                                """))
                .hasSize(3)
                .anyMatch(it ->
                        it.startsWith(
                                "chat.yaml:1:18: error: others than its owner may read open; chmod 600 it"))
                .anyMatch(it ->
                        it.startsWith(
                                "chat.yaml:1:31: error: the file absent is not there or cannot be read"))
                .anyMatch(it ->
                        it.startsWith(
                                "chat.yaml:2:20: error: the secret in short has fewer than 8 characters"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                                   | slack",
                "risk: mutate                                                                         | slack",
                "slack: { secret: good, token: good }                                                 | channel",
                "slack: { secret: good, token: good, channel: '#ops' }                                | the id of a channel, never its name",
                "slack: { secret: good, token: good, channel: C1, chanel: C2 }                        | channel",
                "slack: { secret: good, token: good, channel: C1, api: 'http://slack.example.org' }   | https",
                "slack: { secret: good, token: good, channel: C1, api: 'https://u:p@slack.com/api' }  | https",
                "slack: { secret: good, token: good, channel: C1, old_secret: good }                  | old_until",
                "slack: { secret: good, token: good, channel: C1, old_until: '2026-12-01T00:00:00Z' } | old_secret",
                "slack: { secret: good, token: good, channel: C1, answers_to: [ 'https://x' ] }       | a host",
                "webhook: { secret: good }                                                            | platform",
                "webhook: { secret: good, platform: teams, url: 'http://192.0.2.1/x' }                | https",
                "alerts: { secret: good, rules: [ { labels: {}, diagnose: x } ] }                     | labels",
                "alerts: { secret: good, rules: [ { labels: { a: b } } ] }                            | diagnose",
                "alerts: { secret: good, rules: [ { labels: { a: b }, run: x } ] }                    | run",
                "mattermost: { secret: good, token: good, channel: c, url: 'https://m.example.org' }  | here"
            })
    void whatIsNotAllowedIsRefused(String text, String because) throws IOException {
        assertThat(refused(text)).as(text).anyMatch(it -> it.contains(because));
    }

    @Test
    void theSameKeyTwiceAndARiskThatIsNoneAreRefused() throws IOException {
        assertThat(refused(SLACK + SLACK)).anyMatch(it -> it.contains("slack"));
        assertThat(refused(SLACK + "risk: all\n")).anyMatch(it -> it.contains("irreversible"));
        assertThat(refused(SLACK + "runbooks: [ ../x ]\n")).isNotEmpty();
        assertThat(refused("- slack\n")).isNotEmpty();
        assertThat(refused("slack: [\n")).isNotEmpty();
    }

    @Test
    void whatIsLeftOutHasItsUsualValue() throws IOException {
        String more =
                "webhook: { secret: good, platform: teams, url: 'https://hooks.example.org/in', old_secret: good, old_until: '2026-12-01T00:00:00Z' }\n";
        ChatSettings settings =
                switch (read(SLACK + more)) {
                    case Read.Accepted<ChatSettings> it -> it.value();
                    case Read.Refused<ChatSettings> it ->
                            throw new AssertionError(it.problems().toString());
                };
        assertThat(settings.risk()).isEqualTo(Risk.IRREVERSIBLE);
        assertThat(settings.runbooks()).isEmpty();
        assertThat(settings.slack().orElseThrow().api()).hasToString("https://slack.com/api");
        assertThat(settings.slack().orElseThrow().answersTo()).containsExactly("hooks.slack.com");
        ChatSettings.Webhook webhook = settings.webhook().orElseThrow();
        assertThat(webhook.url()).contains(URI.create("https://hooks.example.org/in"));
        assertThat(webhook.secret().at(Instant.parse("2026-11-30T00:00:00Z"))).hasSize(2);
        assertThat(webhook.secret().at(Instant.parse("2026-12-01T00:00:00Z"))).hasSize(1);
    }
}
