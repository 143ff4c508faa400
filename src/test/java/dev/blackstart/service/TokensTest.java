package dev.blackstart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path state;
    private Tokens tokens = new Tokens(Path.of(""));

    @BeforeEach
    void opens() {
        tokens = new Tokens(state);
    }

    private static Token.Terms terms(String name) {
        Grant grant = new Grant(Set.of(Scope.RUN), Optional.of(Set.of("a", "b")), Risk.DISRUPT);
        return new Token.Terms(name, new Person("Anna B."), grant, NOW.plus(Duration.ofHours(1)));
    }

    private Optional<Caller> caller(String text, Instant at) {
        return tokens.caller(text, Channel.API, at);
    }

    @Test
    void aTokenSpeaksForItsPersonUntilItExpiresOrIsRevoked() {
        String text = tokens.create(terms("laptop"), NOW);

        Caller caller = caller(text, NOW).orElseThrow();
        assertThat(caller.person()).isEqualTo(new Person("Anna B."));
        assertThat(caller.grant()).isEqualTo(terms("laptop").grant());
        assertThat(caller.grant().may(Scope.VIEW)).isTrue();
        assertThat(caller.grant().may(Scope.APPROVE)).isFalse();
        assertThat(caller.grant().covers(Risk.IRREVERSIBLE)).isFalse();
        assertThat(caller(text, NOW.plus(Duration.ofHours(1)))).isEmpty();

        tokens.revoke("laptop", NOW);
        assertThat(caller(text, NOW)).isEmpty();
        assertThat(tokens.all().getFirst().standing(NOW)).isEqualTo("revoked");
    }

    @Test
    void onlyItsHashIsKeptWhereOnlyTheOwnerReads() throws IOException {
        String text = tokens.create(terms("laptop"), NOW);

        Path file = state.resolve("service/tokens/laptop.token");
        assertThat(Files.readString(file)).doesNotContain(text.split("_")[2]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aNameIsTakenForGood() {
        tokens.create(terms("laptop"), NOW);
        tokens.revoke("laptop", NOW);

        assertThatThrownBy(() -> tokens.create(terms("laptop"), NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is a token laptop already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bst_laptop_",
                "bst__x",
                "bst_../../laptop_0",
                "bst_LAPTOP_0",
                "Bearer",
                "bst_nobody_00"
            })
    void whatIsNoTokenIsNobody(String text) {
        tokens.create(terms("laptop"), NOW);

        assertThat(caller(text, NOW)).isEmpty();
        assertThat(caller(text + "0".repeat(52), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../a", "A", "-a", "a_b", "ä"})
    void namesAreSmallLetters(String name) {
        assertThatThrownBy(() -> terms(name)).isInstanceOf(Refusal.class);
    }
}
