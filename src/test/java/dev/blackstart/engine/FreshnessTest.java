package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How old evidence may be, and how long it may take.
class FreshnessTest extends EngineCase {
    @Test
    void evidenceThatAgesFasterThanItIsTakenDoesNotHangTheRun() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - check: link
                    on: a
                    run: sleep 3
                    timeout: 10s
                    fresh_for: 1s
                    findings: { usable: exit == 0 }
                  - check: gate
                    on: a
                    admissible: host.usable
                    run: sleep 1.5
                    timeout: 10s
                    fresh_for: 1s
                    findings: { answers: exit == 0 }
                  - action: act
                    on: a
                    when: any(answers)
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void whetherALaterCheckIsNeededIsJudgedOnEvidenceFromAfterTheAction() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    risk: mutate
                                    run: echo broken > "$HOME/state"
                                    timeout: 20s
                                  - check: deep
                                    on: a
                                    when: any(broken)
                                    run: echo looked >> "$HOME/effects"
                                    timeout: 10s
                                    findings: { deep_ok: exit == 0 }
                                """)
                        .answer("act", "y")) {
            within(rig, 60);
            assertThat(outcome(rig, "deep")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }

    @Test
    void aHungHostDoesNotDelayAProofThatNeedsAnyHost() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - check: look
                    on: nodes
                    run: '[ "$HOST" != c ] || sleep 60; cat "$HOME/state"'
                    timeout: 6s
                    findings: { healthy: 'lines[0] == "fine"' }
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    verify: { check: look, that: any(healthy), within: 10s, every: 100ms }
                """)
                        .answer("act", "y")) {
            long begun = System.nanoTime();
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatAnEstablishedVerdictRestsOnIsLookedAtAgainBeforeSomethingDisruptiveIsSent()
            throws Exception {
        try (Rig rig =
                rig("""
                hypotheses:
                  broken_is_cause:
                    says: It is broken.
                    confirmed_by: [ any(broken) ]
                    refuted_by: [ none(broken) ]
                steps:
                """
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    requires: established.broken_is_cause
                                    risk: disrupt
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("act", "y a")) {
            state(rig, "b", "broken");
            rig.onGate(gate -> {
                state(rig, "b", "fine");
                rig.hosts.bootId("b", "boot-2");
            });
            within(rig, 60);
            assertThat(rig.effects("a"))
                    .as("b was rebooted and is fine; nothing was looked at after the yes")
                    .isEmpty();
        }
    }

    @Test
    void bootIdsThatFlapDoNotHangTheRun() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - check: one
                    on: a
                    run: "true"
                    timeout: 10s
                    findings: { one_ok: exit == 0 }
                  - check: two
                    on: a
                    run: sleep 0.2
                    timeout: 10s
                    findings: { two_ok: exit == 0 }
                  - action: act
                    on: a
                    when: any(one_ok) && any(two_ok)
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")) {
            int[] n = {0};
            rig.eachObservation(() -> rig.hosts.bootId("a", "boot-" + (++n[0] % 2)));
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Closed.class);
        }
    }
}
