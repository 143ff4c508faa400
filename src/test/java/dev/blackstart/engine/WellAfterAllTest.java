package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import org.junit.jupiter.api.Test;

/// A run is not called broken for a step that failed or was refused, when all evidence since says
/// that what this step was for is well.
class WellAfterAllTest extends EngineCase {
    private static final String FIRST =
            """
              - action: first
                on: a
                risk: mutate
                requires: any(broken)
                run: exit 3
                timeout: 20s
                verify: { check: look, that: "!host.broken", within: 1s, every: 100ms }
            """;

    private static String second(String cure) {
        return """
          - action: second
            on: a
            risk: mutate
            run: %s
            timeout: 20s
            verify: { check: look, that: "!host.sick", within: 1s, every: 100ms }
        """
                .formatted(cure)
                .indent(0);
    }

    private Rig broken(String steps) throws Exception {
        Rig rig = rig(steps).answer("first", "y", "skip").answer("second", "y");
        for (String host : new String[] {"a", "b", "c"}) {
            state(rig, host, "fine");
        }
        state(rig, "a", "broken");
        return rig;
    }

    @Test
    void aFailedStepIsMadeGoodByALaterOne() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + FIRST + second("echo fine > \"$HOME/state\""))) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(outcome(rig, "first")).isEqualTo(StepOutcome.FAILED);
        }
    }

    @Test
    void notByOneThatDidSomethingElse() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + FIRST + second("exit 0"))) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
        }
    }

    @Test
    void whatIsRefusedBecauseAllIsWellWasNotNeeded() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + FIRST)) {
            state(rig, "a", "fine");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
            assertThat(outcome(rig, "first")).isEqualTo(StepOutcome.REFUSED);
        }
    }

    @Test
    void notWhereSomethingElseIsSeenToBeWrong() throws Exception {
        String elsewhere =
                """
                hypotheses:
                  other:
                    says: Something else is wrong.
                    confirmed_by: [ any(sick) ]
                    refuted_by: [ none(sick) ]
                steps:
                """;
        try (Rig rig = broken(elsewhere + LOOK + FIRST)) {
            state(rig, "a", "sick");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
        }
    }
}
