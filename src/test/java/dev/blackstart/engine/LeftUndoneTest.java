package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person went on without, though it was to be done.
class LeftUndoneTest extends EngineCase {
    private static final String LOOKED =
            """
            steps:
              - check: look
                on: a
                run: cat "$HOME/state"
                findings: { broken: 'lines[0] == "broken"' }
              - action: first
                on: a
                risk: mutate
                requires: any(broken)
                run: echo first >> "$HOME/effects"
            """;

    private static final String VERIFY =
            "    verify: { check: look, that: '!host.broken', within: 2s, every: 1s }\n";

    private static final String SECOND =
            """
              - action: second
                on: a
                risk: mutate
                run: %s
            """;

    private Verdict verdict(String runbook, String first) throws Exception {
        try (Rig rig = rig(runbook).answer("first", first).answer("second", "y")) {
            state(rig, "a", "broken");
            return ((RunEnd.Closed) within(rig, 60)).verdict();
        }
    }

    @Test
    void isNotRepairedByWhatWasDoneInstead() throws Exception {
        assertThat(verdict(LOOKED + SECOND.formatted("exit 0"), "s")).isEqualTo(Verdict.PARTIAL);
    }

    @Test
    void isRepairedWhenNothingWasLeft() throws Exception {
        assertThat(verdict(LOOKED + SECOND.formatted("exit 0"), "y")).isEqualTo(Verdict.RECOVERED);
    }

    @ParameterizedTest
    @CsvSource({"echo fine > \"$HOME/state\", RECOVERED", "exit 0, PARTIAL"})
    void isWellWhenItsProofIsSeenAfterTheChoice(String second, Verdict verdict) throws Exception {
        String looksAgain =
                "    verify: { check: look, that: \"none(broken) || any(broken)\", within: 2s, every: 1s }\n";
        assertThat(verdict(LOOKED + VERIFY + SECOND.formatted(second) + looksAgain, "s"))
                .isEqualTo(verdict);
    }
}
