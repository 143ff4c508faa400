package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Evidence is looked at again whenever something may have changed it.
class LookingAgainTest extends EngineCase {
    @Test
    void aCheckAfterAnActionMayNameTheFindingOfACheckBeforeIt() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                  - check: later
                                    on: nodes
                                    where: host.healthy
                                    run: "true"
                                    timeout: 10s
                                    findings: { later_ok: exit == 0 }
                                """)
                        .answer("act", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aCheckAfterAnActionMayBeAdmissibleByACheckBeforeIt() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: act
                                    on: a
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                  - check: later
                                    on: nodes
                                    admissible: host.healthy
                                    run: "true"
                                    timeout: 10s
                                    findings: { later_ok: exit == 0 }
                                """)
                        .answer("act", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aVerdictStaysEstablishedWhenAnotherBlockOfChecksEndsAfterTheCure() throws Exception {
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
                                  - action: repair
                                    on: nodes
                                    where: host.broken
                                    requires: broken_is_cause
                                    risk: mutate
                                    run: echo fine > "$HOME/state"
                                    timeout: 20s
                                    verify: { check: look, that: host.healthy, within: 5s, every: 100ms }
                                  - check: daemon
                                    on: nodes
                                    run: "true"
                                    timeout: 10s
                                    findings: { up: exit == 0 }
                                  - action: restart
                                    on: a
                                    risk: disrupt
                                    requires: established.broken_is_cause
                                    run: echo restarted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("repair", "y")
                        .answer("restart", "y a")) {
            state(rig, "a", "broken");
            within(rig, 60);
            assertThat(outcome(rig, "restart")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }

    @Test
    void evidenceIsTakenAgainAfterAGateThatStoodBetweenPreservingAndActing() throws Exception {
        try (Rig rig =
                rig(
                                "steps:\n"
                                        + LOOK
                                        + """
                                          - action: repair
                                            on: a
                                            where: host.broken
                                            requires: any(broken)
                                            risk: disrupt
                                            preserve: [ scripts/keep.sh ]
                                            run: echo acted >> "$HOME/effects"
                                            timeout: 20s
                                        """,
                                "scripts/keep.sh",
                                "true # keep\n")
                        .answer("repair", "y a", "applied")) {
            state(rig, "a", "broken");
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            rig.onGate(gate -> {
                if (gate.headline().contains("outcome unknown")) {
                    state(rig, "a", "fine");
                }
            });
            within(rig, 60);
            assertThat(rig.gates).hasSizeGreaterThan(1);
            assertThat(rig.effects("a")).as("sent though it is fine by now").isEmpty();
        }
    }

    @Test
    void evidenceThatChangesWhilePreservingVoidsTheApproval() throws Exception {
        try (Rig rig =
                rig(
                                "steps:\n"
                                        + LOOK
                                        + """
                                          - action: repair
                                            on: a
                                            where: host.broken
                                            requires: any(broken)
                                            risk: disrupt
                                            preserve: [ scripts/keep.sh ]
                                            run: echo acted >> "$HOME/effects"
                                            timeout: 20s
                                        """
                                                .replace("look:", "look:"),
                                "scripts/keep.sh",
                                "sleep 2; echo fine > \"$HOME/state\"\n")
                        .answer("repair", "y a")) {
            state(rig, "a", "broken");
            within(rig, 60);
            assertThat(rig.effects("a")).as("sent though it is fine by now").isEmpty();
        }
    }

    @Test
    void aWaitLooksAgainAfterAPersonHasActed() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - manual: pull
                                    instructions: Pull the plug and put it back.
                                  - wait: until_healthy
                                    check: look
                                    until: all(healthy)
                                    every: 100ms
                                    within: 1s
                                """)
                        .answer("pull", "done")
                        .answer("until_healthy", "stop")) {
            rig.onGate(gate -> state(rig, "a", "broken"));
            within(rig, 60);
            assertThat(rig.state().settled(new StepId("until_healthy")))
                    .as("waited for on evidence from before the manual step")
                    .isEmpty();
        }
    }

    @Test
    void whetherAnActionIsNeededIsAskedAgainAfterAPersonHasActed() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - manual: pull
                                    instructions: Pull the plug and put it back.
                                  - action: act
                                    on: a
                                    when: any(broken)
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("pull", "done")
                        .answer("act", "y")) {
            rig.onGate(gate -> state(rig, "a", "broken"));
            within(rig, 60);
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void aWaitThatComesFirstEnds() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - wait: until_healthy
                    check: look
                    until: all(healthy)
                    every: 100ms
                    within: 1s
                """
                                + LOOK)
                        .answer("until_healthy", "stop")) {
            state(rig, "a", "broken");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
        }
    }

    @Test
    void aManualStepIsProvenByEvidenceFromAfterIt() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - manual: pull
                                    when: none(broken)
                                    instructions: Pull the plug and put it back.
                                    verify: { check: look, that: all(healthy), within: 1s, every: 100ms }
                                """)
                        .answer("pull", "recheck", "done", "stop")) {
            rig.hosts.unreachable("c");
            rig.onGate(gate -> {
                if (gate.headline().contains("unknown")) {
                    rig.hosts.reachable("c");
                } else if (gate.headline().contains("plug")) {
                    state(rig, "a", "broken");
                }
            });
            within(rig, 60);
            assertThat(rig.state().settled(new StepId("pull")))
                    .as("proven by evidence from before the person acted")
                    .isEmpty();
        }
    }

    @Test
    void aVerdictThatWasOpenIsToldWhenAPersonHasTheEvidenceTakenAgain() throws Exception {
        try (Rig rig =
                rig("""
                hypotheses:
                  all_broken:
                    says: They are broken.
                    confirmed_by: [ all(broken) ]
                    refuted_by: [ none(broken) ]
                steps:
                """
                                + LOOK
                                + """
                                  - action: act
                                    on: nodes
                                    where: host.broken
                                    risk: mutate
                                    requires: all_broken
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("act", "recheck", "y")) {
            for (String host : List.of("a", "b", "c")) {
                state(rig, host, "broken");
            }
            rig.hosts.unreachable("c");
            rig.onGate(gate -> rig.hosts.reachable("c"));
            within(rig, 60);
            assertThat(rig.effects("c")).containsExactly("acted");
            assertThat(rig.state().established(new HypothesisName("all_broken")))
                    .hasValueSatisfying(told ->
                            assertThat(((RunEvent.Established) told.event()).verdict())
                                    .isEqualTo(HypothesisVerdict.CONFIRMED));
        }
    }
}
