package dev.blackstart.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.GateId;
import dev.blackstart.run.RunId;
import dev.blackstart.testing.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A signed answer travels as text, and arrives as it was signed or not at all.
class SignedStatementTest {
    private static final Statement STATEMENT = statement("größer: als 3, sagt cy");

    @TempDir Path folder;

    private static Statement statement(String note) {
        return new Statement(
                RunId.of(1, 2, 3),
                new GateId(4),
                "0123abcd",
                "y",
                "cp1",
                note,
                "anna",
                Instant.parse("2026-11-22T15:05:00Z"));
    }

    @Test
    void whatIsSignedSaysAllThatIsAnswered() {
        assertThat(STATEMENT.text())
                .isEqualTo(
                        """
                        blackstart-gate@v1
                        run: 00000000010010000000000003
                        gate: G4
                        digest: 0123abcd
                        choice: y
                        typed: cp1
                        reason: größer: als 3, sagt cy
                        person: anna
                        until: 2026-11-22T15:05:00Z
                        """);
    }

    @Test
    void aMailAndAChatDoItNoHarm() {
        Site site = new Site(folder, "anna");
        SignedStatement signed = Site.signed(STATEMENT, site.key("anna"));
        String quoted =
                "Hello,\n\n"
                        + signed.text()
                                .indent(2)
                                .lines()
                                .map(it -> "> " + it + "\r\n")
                                .reduce("", String::concat)
                        + "\nbye";
        for (String text : new String[] {signed.text(), quoted}) {
            SignedStatement arrived = SignedStatement.read(text).orElseThrow();
            assertThat(arrived.statement()).isEqualTo(STATEMENT);
            assertThat(
                            Site.keygen()
                                    .check(
                                            "anna",
                                            new Signers("anna " + site.publicKey("anna")),
                                            Optional.empty(),
                                            arrived.statement(),
                                            arrived.signature()))
                    .isInstanceOf(SshKeygen.Result.Done.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: 00000000010010000000000003",
                "gate: G4",
                "person: anna",
                "until: 2026-11-22T15:05:00Z",
                "blackstart-gate@v1",
                "-----END SSH SIGNATURE-----"
            })
    void aTextThatLacksALineIsNone(String line) {
        SignedStatement signed =
                new SignedStatement(
                        STATEMENT,
                        "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n");
        assertThat(SignedStatement.read(signed.text())).isPresent();
        assertThat(SignedStatement.read(signed.text().replace(line, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\nlines", "carriage\rreturn", " blanks ", "\u202etxt", "esc\u001b[2J"})
    void nobodySignsMoreThanALine(String note) {
        assertThatThrownBy(() -> statement(note)).isInstanceOf(IllegalArgumentException.class);
    }
}
