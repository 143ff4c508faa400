package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a service is meant, and what no service does.
class RemoteOptionsTest {
    private static final String TOKEN = "bst_test_0123456789abcdefghjkmnpqrstvwxyz";

    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of("/"), false, "");

    private int say(String words, Map<String, String> more) {
        terminal = new Terminal(folder, false, "");
        Surroundings usual = terminal.surroundings();
        Map<String, String> env = new HashMap<>(usual.env());
        env.putAll(more);
        Surroundings surroundings =
                new Surroundings(
                        usual.streams(),
                        env,
                        usual.cwd(),
                        usual.home(),
                        usual.clock(),
                        usual.person(),
                        usual.signals(),
                        usual.leaveNow());
        return new Door(surroundings, Fakes.ports()).run(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit verify",
                "audit export",
                "audit begin-anew --reason x",
                "evidence export last",
                "approve"
            })
    void whatNeedsTheJournalItselfLooksAtNoOtherInSilence(String words) {
        assertThat(say(words, Map.of("BLACKSTART_SERVER", "https://192.0.2.1"))).isEqualTo(2);
        assertThat(terminal.complained())
                .contains("needs the journal itself, and BLACKSTART_SERVER names a service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint x", "doctor", "plan x", "audit verify", "map", "schema"})
    void whatNeedsFilesSaysWhatToDo(String words) {
        assertThat(say(words + " --server https://192.0.2.1", Map.of())).isEqualTo(2);
        assertThat(terminal.complained())
                .contains("works on the files of this machine and takes no --server");
    }

    @Test
    void aJournalThatIsNamedIsMeant() {
        Map<String, String> env = Map.of("BLACKSTART_SERVER", "https://192.0.2.1");

        assertThat(say("runs --journal " + folder, env)).isZero();
        assertThat(terminal.shown()).contains("No run yet");
        assertThat(say("runs", env)).as("there is no token").isEqualTo(6);
        assertThat(terminal.complained())
                .contains(
                        "There is no token for https://192.0.2.1; put one into "
                                + folder.resolve(
                                        ".local/state/blackstart/servers/192.0.2.1_443.token"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs --server http://192.0.2.1     | everybody on the way could read the token",
                "runs --server host                 | is no address of a service",
                "run x --identity k --server https://192.0.2.1 | --identity names a file of this machine",
                "runs --inventory k --server https://192.0.2.1 | --inventory names a file of this machine",
                "runs --ca none --server https://192.0.2.1     | has no certificates that can be read",
                "runs --token-file none --server https://192.0.2.1 | with the token cannot be read",
            })
    void nothingIsSentThen(String words, String sentence) {
        assertThat(say(words, Map.of("BLACKSTART_TOKEN", TOKEN))).isEqualTo(2);
        assertThat(terminal.complained()).contains(sentence).doesNotContain(TOKEN);
    }

    @Test
    void aTokenThatIsNoneIsNotShown() {
        assertThat(
                        say(
                                "runs --server https://192.0.2.1",
                                Map.of("BLACKSTART_TOKEN", "my-password")))
                .isEqualTo(2);
        assertThat(terminal.complained())
                .contains("What BLACKSTART_TOKEN holds is no token")
                .doesNotContain("my-password");
    }
}
