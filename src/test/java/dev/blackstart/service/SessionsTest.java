package dev.blackstart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir Path state;
    private Tokens tokens = new Tokens(Path.of(""));
    private Sessions sessions = new Sessions(Path.of(""), tokens);
    private Links links = new Links(Path.of(""), tokens);

    @BeforeEach
    void makesAToken() {
        tokens = new Tokens(state);
        sessions = new Sessions(state, tokens);
        links = new Links(state, tokens);
        Grant grant = new Grant(Set.of(Scope.VIEW), Optional.empty(), Risk.MUTATE);
        tokens.create(
                new Token.Terms("laptop", new Person("anna"), grant, NOW.plus(Duration.ofDays(2))),
                NOW);
    }

    @Test
    void aSessionLastsTwelveHoursAndSpeaksForThePersonOfItsToken() {
        String secret = sessions.open("laptop", NOW);

        Sessions.Session session =
                sessions.of(secret, NOW.plus(Duration.ofHours(11))).orElseThrow();
        assertThat(session.caller().person()).isEqualTo(new Person("anna"));
        assertThat(session.caller().channel()).isEqualTo(Channel.WEB);
        assertThat(session.since()).isEqualTo(NOW);
        assertThat(sessions.of(secret, NOW.plus(Duration.ofHours(12)))).isEmpty();
        assertThat(sessions.of("x" + secret.substring(1), NOW)).isEmpty();
    }

    @Test
    void aSessionEndsWithItsTokenAndWhenItIsClosed() {
        String first = sessions.open("laptop", NOW);
        String second = sessions.open("laptop", NOW);
        assertThat(sessions.of(first, NOW).orElseThrow().forms())
                .isNotEqualTo(sessions.of(second, NOW).orElseThrow().forms());

        sessions.close(first);
        assertThat(sessions.of(first, NOW)).isEmpty();
        assertThat(sessions.of(second, NOW)).isPresent();

        tokens.revoke("laptop", NOW);
        assertThat(sessions.of(second, NOW)).isEmpty();
    }

    @Test
    void nothingThatIsKeptLogsAnybodyIn() throws IOException {
        String session = sessions.open("laptop", NOW);
        String link = links.make("laptop", NOW);
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toString() + Files.readString(file)).doesNotContain(session, link);
            }
        }
    }

    @Test
    void oldSessionsAreThrownAway() throws IOException {
        sessions.open("laptop", NOW);
        sessions.open("laptop", NOW.plus(Duration.ofHours(13)));
        try (Stream<Path> files = Files.list(state.resolve("service/sessions"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aLinkCountsOnceAndSoon() {
        String link = links.make("laptop", NOW);
        assertThat(links.look(link, NOW).orElseThrow().person()).isEqualTo(new Person("anna"));
        assertThat(links.look(link, NOW)).as("looking does not use it up").isPresent();

        long used =
                IntStream.range(0, 16)
                        .parallel()
                        .filter(i -> links.use(link, NOW).isPresent())
                        .count();
        assertThat(used).isEqualTo(1);
        assertThat(links.look(link, NOW)).isEmpty();

        String late = links.make("laptop", NOW);
        assertThat(links.use(late, NOW.plus(Links.LASTS))).isEmpty();
        String revoked = links.make("laptop", NOW);
        tokens.revoke("laptop", NOW);
        assertThat(links.use(revoked, NOW)).isEmpty();
        assertThatThrownBy(() -> links.make("laptop", NOW)).isInstanceOf(Refusal.class);
    }
}
