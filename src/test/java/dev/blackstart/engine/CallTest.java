package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Another runbook as a step: only its own names, its own parameters, one outcome.
class CallTest extends EngineCase {
    /// Its names are those of the caller, to see that they do not meet.
    private static final String CURE =
            """
            runbook: cure
            title: Cure one state
            parameters:
              from: { type: text }
              mark: { type: text, default: cured }
            hypotheses:
              ill:
                says: It is ill.
                confirmed_by: [ any(broken) ]
                refuted_by: [ none(broken) ]
            steps:
              - check: look
                on: nodes
                run: cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == params.from' }
              - derive: here
                on: nodes
                value: host.broken
              - action: act
                on: nodes
                where: host.here
                when: ill
                risk: mutate
                requires: hosts.exists(h, h.here) && ill
                script: scripts/cure.sh
                env: { MARK: "[=params.mark]" }
                timeout: 20s
                verify: { check: look, that: "!host.broken", within: 5s, every: 100ms }
            """;

    private static final String SCRIPT =
            "#!/bin/sh\necho \"$MARK\" >> \"$HOME/effects\"; echo fine > \"$HOME/state\"\n";

    private Rig calling(String steps) throws Exception {
        return rig(steps, "../cure/runbook.yaml", CURE, "../cure/scripts/cure.sh", SCRIPT);
    }

    private static final String CALLS =
            """
            hypotheses:
              ill:
                says: Somebody is sick.
                confirmed_by: [ any(sick) ]
                refuted_by: [ none(sick) ]
            steps:
            """
                    + LOOK
                    + """
                      - call: cure
                        when: ill
                        with: { from: sick, mark: "as said" }
                      - action: afterwards
                        on: c
                        risk: mutate
                        requires: cure.verified && cure.outcome == "succeeded" && established.ill
                        run: echo after >> "$HOME/effects"
                        timeout: 20s
                    """;

    @Test
    void aCalledRunbookLooksActsAndProvesWithItsOwnNamesAndParameters() throws Exception {
        try (Rig rig = calling(CALLS).answer("cure.act", "y").answer("afterwards", "y")) {
            state(rig, "a", "sick");
            state(rig, "b", "broken");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("as said");
            assertThat(rig.effects("b")).isEmpty();
            assertThat(rig.effects("c")).containsExactly("after");
            assertThat(outcome(rig, "cure")).isEqualTo(StepOutcome.SUCCEEDED);
            assertThat(outcome(rig, "cure.look")).isEqualTo(StepOutcome.SUCCEEDED);
            assertThat(verdict(rig, "cure.ill")).isEqualTo(HypothesisVerdict.CONFIRMED);
            assertThat(rig.gates.getFirst().commands().getFirst().label())
                    .isEqualTo("cure/scripts/cure.sh");
        }
    }

    private static HypothesisVerdict verdict(Rig rig, String name) throws Exception {
        return ((RunEvent.Established)
                        rig.state().established(new HypothesisName(name)).orElseThrow().event())
                .verdict();
    }

    @Test
    void aCallThatIsNotNeededAsksNothingAndSendsNothing() throws Exception {
        try (Rig rig = calling(CALLS)) {
            assertThat(within(rig, 60)).isNotEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            for (String step : List.of("cure", "cure.look", "cure.here", "cure.act")) {
                assertThat(outcome(rig, step)).isEqualTo(StepOutcome.NOT_NEEDED);
            }
            assertThat(rig.gates).isEmpty();
            assertThat(rig.state().evidence().of(new StepId("cure.look"))).isEmpty();
            assertThat(rig.state().established(new HypothesisName("cure.ill"))).isEmpty();
        }
    }

    @Test
    void aCallThatIsFalseWhateverAnybodySaysAsksNobodyAgain() throws Exception {
        String steps =
                """
                parameters:
                  deep: { type: bool, default: "false" }
                steps:
                """
                        + LOOK
                        + """
                          - action: first
                            on: c
                            risk: mutate
                            run: echo first >> "$HOME/effects"
                            timeout: 20s
                          - call: cure
                            when: params.deep && any(sick)
                            with: { from: sick }
                        """;
        try (Rig rig = calling(steps).answer("first", "y")) {
            state(rig, "a", "sick");
            within(rig, 60);
            assertThat(outcome(rig, "cure")).isEqualTo(StepOutcome.NOT_NEEDED);
            assertThat(rig.events().stream().filter(RunEvent.Observed.class::isInstance))
                    .hasSize(3);
        }
    }

    @Test
    void whetherItIsNeededIsAskedOnce() throws Exception {
        String twice =
                CURE
                        + """
                          - action: more
                            on: c
                            risk: mutate
                            run: echo more >> "$HOME/effects"
                            timeout: 20s
                        """;
        try (Rig rig =
                rig(CALLS, "../cure/runbook.yaml", twice, "../cure/scripts/cure.sh", SCRIPT)
                        .answer("cure.act", "y")
                        .answer("cure.more", "y")
                        .answer("afterwards", "y")) {
            state(rig, "a", "sick");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("c")).containsExactly("more", "after");
        }
    }

    @Test
    void whereItIsUnknownAPersonDecides() throws Exception {
        String unsure = CALLS.replace("when: ill", "when: any(sick)").replace("on: nodes", "on: a");
        try (Rig rig = calling(unsure).answer("cure", "skip")) {
            rig.hosts.unreachable("a");
            within(rig, 60);
            assertThat(outcome(rig, "cure")).isEqualTo(StepOutcome.SKIPPED);
            assertThat(outcome(rig, "cure.act")).isEqualTo(StepOutcome.SKIPPED);
            assertThat(outcome(rig, "afterwards")).isEqualTo(StepOutcome.REFUSED);
            assertThat(rig.gates).hasSize(1);
        }
    }

    @Test
    void aRefusalInsideIsTheOutcomeOfTheCall() throws Exception {
        String strict = CURE.replace("&& ill", "&& all(broken)");
        try (Rig rig =
                rig(CALLS, "../cure/runbook.yaml", strict, "../cure/scripts/cure.sh", SCRIPT)) {
            state(rig, "a", "sick");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(outcome(rig, "cure.act")).isEqualTo(StepOutcome.REFUSED);
            assertThat(outcome(rig, "cure")).isEqualTo(StepOutcome.REFUSED);
            assertThat(outcome(rig, "afterwards")).isEqualTo(StepOutcome.REFUSED);
        }
    }

    @Test
    void callsWithinCallsHandParametersAndSecretsOn() throws Exception {
        String outer =
                """
                parameters:
                  key: { type: secret }
                steps:
                  - call: middle
                    with: { word: handed-on, pass: key }
                """;
        String middle =
                """
                runbook: middle
                title: Between
                parameters:
                  word: { type: text }
                  pass: { type: secret }
                steps:
                  - call: inner
                    with: { text: "[=params.word]!", token: pass }
                """;
        String inner =
                """
                runbook: inner
                title: Inside
                parameters:
                  text: { type: text }
                  token: { type: secret }
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: "{ echo [=params.text]; cat; echo; } >> $HOME/effects"
                    stdin: token
                    timeout: 20s
                """;
        try (Rig rig =
                rig(outer, "../middle/runbook.yaml", middle, "../inner/runbook.yaml", inner)
                        .secret("key", "swordfish12")
                        .answer("middle.inner.act", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).startsWith("handed-on!", "swordfish12");
            assertThat(outcome(rig, "middle")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }

    @Test
    void aDiagnosisLooksIntoWhatIsCalled() throws Exception {
        try (Rig rig =
                new Rig(
                        folder,
                        HEAD + CALLS,
                        Mode.DIAGNOSIS,
                        "../cure/runbook.yaml",
                        CURE,
                        "../cure/scripts/cure.sh",
                        SCRIPT)) {
            for (String host : List.of("a", "b", "c")) {
                state(rig, host, "sick");
            }
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.DIAGNOSED));
            assertThat(verdict(rig, "cure.ill")).isEqualTo(HypothesisVerdict.CONFIRMED);
        }
    }

    @Test
    void aRehearsalShowsWhatWouldBeAskedInside() throws Exception {
        try (Rig rig =
                new Rig(
                        folder,
                        HEAD + CALLS,
                        Mode.REHEARSAL,
                        "../cure/runbook.yaml",
                        CURE,
                        "../cure/scripts/cure.sh",
                        SCRIPT)) {
            for (String host : List.of("a", "b", "c")) {
                state(rig, host, "sick");
            }
            within(rig, 60);
            assertThat(rig.state().rehearsed())
                    .extracting(gate -> gate.step().value())
                    .containsExactly("cure.act");
            assertThat(outcome(rig, "cure")).isEqualTo(StepOutcome.REHEARSED);
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void aRunKilledInsideACallGoesOnThere() throws Exception {
        try (Rig rig = calling(CALLS)) {
            state(rig, "a", "sick");
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            rig.answer("cure.act", "y").answer("afterwards", "y");
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("as said");
            assertThat(rig.events().stream().filter(RunEvent.Called.class::isInstance)).hasSize(1);
        }
    }
}
