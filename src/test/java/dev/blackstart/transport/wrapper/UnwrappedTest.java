package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Prepared;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the wrapper wraps, `Unwrapped` finds again, whatever stands in it.
class UnwrappedTest {
    private static Prepared prepared(String label, String text, boolean sudo) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("FIRST", "it's 'one'");
        env.put("SECOND", "");
        return new Prepared(
                new HostName("a1"),
                label,
                text,
                env,
                sudo,
                Optional.empty(),
                Duration.ofSeconds(9),
                1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "echo 'it'\\''s' \\' \"x\"",
                "a\n\nb ' c",
                " ",
                "env A=b /bin/sh -c x"
            })
    void aCommandComesBackAsItWas(String text) {
        for (boolean sudo : new boolean[] {true, false}) {
            Prepared prepared = prepared("run", text, sudo);
            assertThat(Unwrapped.of(CheckCommand.line(prepared)))
                    .isEqualTo(
                            new Unwrapped.Look(
                                    new Unwrapped.Carried("run", text, prepared.env()), sudo));
        }
    }

    @Test
    void whatCameUnwrappedIsItself() {
        assertThat(Unwrapped.of("echo 'open"))
                .isEqualTo(
                        new Unwrapped.Look(
                                new Unwrapped.Carried("run", "echo 'open", Map.of()), false));
        assertThat(Unwrapped.of("exec sleep 1")).isInstanceOf(Unwrapped.Look.class);
    }

    @Test
    void aScriptIsSaidByItsPathAndItsEnvironment() {
        Unwrapped.Look look =
                (Unwrapped.Look)
                        Unwrapped.of(
                                CheckCommand.line(
                                        prepared(
                                                "scripts/x.py",
                                                "#!/usr/bin/env python3\nprint(1)\n",
                                                true)));
        assertThat(look.carried().said()).isEqualTo("scripts/x.py FIRST=it's 'one' SECOND=");
    }
}
