package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an environment says of its terminal.
class AbilitiesTest {
    private static Abilities of(String assignments, boolean terminal, Colour colour) {
        Map<String, String> env = new HashMap<>();
        for (String each : assignments.split(" ")) {
            int at = each.indexOf('=');
            env.put(each.substring(0, at), each.substring(at + 1));
        }
        SessionOptions options = new SessionOptions();
        options.color = colour;
        return Abilities.of(env, terminal, options);
    }

    @ParameterizedTest
    @CsvSource({
        "TERM=xterm, true, auto, true",
        "TERM=xterm, false, auto, false",
        "TERM=dumb, true, auto, false",
        "TERM=, true, auto, false",
        "TERM=xterm NO_COLOR=1, true, auto, false",
        "TERM=xterm NO_COLOR=, true, auto, true",
        "TERM=xterm NO_COLOR=1, true, always, true",
        "TERM=xterm CLICOLOR=0, true, auto, false",
        "TERM=dumb CLICOLOR_FORCE=1, false, auto, true",
        "TERM=xterm, true, never, false"
    })
    void colour(String env, boolean terminal, Colour asked, boolean coloured) {
        assertThat(of(env, terminal, asked).look().colour()).isEqualTo(coloured);
    }

    @ParameterizedTest
    @CsvSource({
        "LANG=C.UTF-8, true, true",
        "LANG=de_DE.utf8, true, true",
        "LANG=de_DE.utf8 LC_ALL=C, true, false",
        "LANG=C, true, false",
        "TERM=xterm, true, false",
        "LANG=C, false, false",
        "LC_CTYPE=UTF-8 LANG=C, false, true"
    })
    void unicode(String env, boolean terminal, boolean unicode) {
        assertThat(of(env, terminal, Colour.auto).look().unicode()).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        "TERM=xterm, true, BELL",
        "TERM=xterm-kitty, true, DESKTOP",
        "TERM=xterm-256color TERM_PROGRAM=WezTerm, true, DESKTOP",
        "TERM=screen TERM_PROGRAM=WezTerm TMUX=/tmp/t, true, BELL",
        "TERM=dumb, true, NONE",
        "TERM=xterm, false, NONE"
    })
    void notice(String env, boolean terminal, Notice notice) {
        assertThat(of(env, terminal, Colour.auto).notice()).isEqualTo(notice);
    }

    @Test
    void theBellCanBeSilenced() {
        SessionOptions options = new SessionOptions();
        options.quietBell = true;
        assertThat(Abilities.of(Map.of("TERM", "xterm"), true, options).notice())
                .isEqualTo(Notice.NONE);
    }
}
