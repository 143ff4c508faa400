package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Verdict;
import org.junit.jupiter.api.Test;

/// How a run may be said to have ended.
class VerdictTest extends EngineCase {
    @Test
    void aWaitInVainThatAPersonGoesPastIsNoRecovery() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                  - wait: until_healthy
                                    check: look
                                    until: all(healthy)
                                    every: 100ms
                                    within: 1s
                                """)
                        .answer("act", "y")
                        .answer("until_healthy", "skip")) {
            state(rig, "a", "broken");
            assertThat(within(rig, 60)).isNotEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aManualStepLeftUndoneIsNotNotNeeded() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - manual: repair
                    instructions: Repair it.
                """)
                        .answer("repair", "skip")) {
            assertThat(within(rig, 60)).isNotEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
        }
    }

    @Test
    void aManualRepairThatIsProvenRecovers() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - manual: repair
                                    instructions: Repair it.
                                    verify: { check: look, that: all(healthy), within: 3s, every: 100ms }
                                """)
                        .answer("repair", "done")) {
            state(rig, "a", "broken");
            rig.onGate(gate -> state(rig, "a", "fine"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aSnapshotAloneIsNoRecoveryWhenTheCureWasRefused() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: cure
                                    on: a
                                    risk: disrupt
                                    requires: all(broken)
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                  - snapshot: copy
                                    on: a
                                    run: echo x > [=artifact]
                                    timeout: 20s
                                """)
                        .answer("copy", "y")) {
            state(rig, "a", "broken");
            assertThat(within(rig, 60)).isNotEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }
}
