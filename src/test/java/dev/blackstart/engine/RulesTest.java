package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Gates expire, evidence ages, witnesses are counted: rules of the language on the real engine.
@Timeout(180)
class RulesTest {
    @TempDir Path folder;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private Rig rig(String yaml, String... files) throws Exception {
        Rig rig = new Rig(folder, "runbook: test\ntitle: A test\n" + yaml, files);
        rig.clock(() -> Instant.now().plus(ahead.get()));
        for (String host : new String[] {"a", "b", "c"}) {
            Files.writeString(rig.hosts.home(host).resolve("state"), "fine\n");
        }
        return rig;
    }

    private static final String LOOK =
            """
              - check: look
                on: nodes
                run: echo x >> "$HOME/looks"; cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"', healthy: 'lines[0] == "fine"' }
            """;
    private static final String ACT =
            """
              - action: act
                on: a
                risk: mutate
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    private static StepOutcome outcome(Rig rig, String step) throws Exception {
        return rig.state().settled(new StepId(step)).orElseThrow().outcome();
    }

    @Test
    void aGateThatExpiresMeansNoAndALateAnswerDoesNotCount() throws Exception {
        try (Rig rig = rig("steps:\n" + LOOK + ACT).answer("act", "silence")) {
            rig.onGate(gate -> {
                if (gate.id().toString().equals("G1")) {
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                try {
                                    Thread.sleep(700);
                                    ahead.set(Duration.ofMinutes(31));
                                    rig.tell(
                                            new OperatorCommand.Answer(
                                                    gate.id(),
                                                    gate.digest(),
                                                    "y",
                                                    "",
                                                    "",
                                                    new Person("anna")));
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
                }
            });
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.refusals).hasSize(1);
            assertThat(rig.events()).anyMatch(RunEvent.GateVoided.class::isInstance);
        }
    }

    @Test
    void evidenceOlderThanFreshForIsTakenAgainBeforeTheGate() throws Exception {
        String yaml =
                "steps:\n"
                        + LOOK.replace("timeout: 10s", "timeout: 10s\n    fresh_for: 1m")
                        + """
                          - ask: door
                            question: Is it open?
                            finding: door_open
                        """
                        + ACT.replace("risk:", "when: all(healthy)\n    risk:");
        try (Rig rig = rig(yaml).answer("door", "yes").answer("act", "y")) {
            rig.onGate(gate -> {
                if (gate.step().value().equals("door")) {
                    ahead.set(Duration.ofMinutes(2));
                }
            });
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(Files.readAllLines(rig.hosts.home("a").resolve("looks"))).hasSize(3);
        }
    }

    @Test
    void tooFewWitnessesAreUnknownAndInadmissibleHostsLeaveTheSet() throws Exception {
        String yaml =
                "steps:\n"
                        + LOOK
                        + """
                          - check: gate
                            on: nodes
                            admissible: host.healthy
                            witnesses: { min: 2 }
                            run: exit 0
                            timeout: 10s
                            findings: { answers: exit == 0 }
                        """
                        + ACT.replace("risk:", "when: none(answers)\n    risk:");
        try (Rig rig = rig(yaml).answer("act", "stop")) {
            Files.writeString(rig.hosts.home("a").resolve("state"), "broken\n");
            Files.writeString(rig.hosts.home("b").resolve("state"), "broken\n");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.gates.getFirst().why().toString()).contains("1 admissible answers");
        }
    }

    @Test
    void aLimitAndADerivedFindingAndEnvironment() throws Exception {
        String yaml =
                "steps:\n"
                        + LOOK
                        + """
                          - derive: good
                            on: nodes
                            value: host.healthy && !host.broken
                          - action: act
                            on: nodes
                            where: host.good
                            limit: 2
                            risk: mutate
                            env: { WORDS: "a'b $(id) [=host.name]" }
                            run: printf '%s\\n' "$WORDS" >> "$HOME/effects"
                            timeout: 20s
                        """;
        try (Rig rig = rig(yaml).answer("act", "y")) {
            Files.writeString(rig.hosts.home("a").resolve("state"), "broken\n");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.effects("b")).containsExactly("a'b $(id) b");
            assertThat(rig.effects("c")).containsExactly("a'b $(id) c");
        }
    }

    @Test
    void somethingIrreversibleIsSentWhenTwoPeopleSayYes() throws Exception {
        String yaml =
                "steps:\n"
                        + LOOK
                        + ACT.replace(
                                "risk: mutate", "requires: all(healthy)\n    risk: irreversible");
        try (Rig rig = rig(yaml).answer("act", "y a")) {
            rig.onGate(gate ->
                    rig.tellAfterFirstAnswer(
                            new OperatorCommand.Answer(
                                    gate.id(), gate.digest(), "y", "a", "why", new Person("bob"))));
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void anotherProcessMayAskALiveRunToStopAtItsGate() throws Exception {
        try (Rig rig = rig("steps:\n" + LOOK + ACT).answer("act", "silence")) {
            rig.onGate(gate -> {
                try {
                    rig.journal.request(
                            rig.id, new dev.blackstart.journal.Request("stop", "bob", "enough"));
                } catch (dev.blackstart.journal.JournalException e) {
                    throw new java.io.IOException(e);
                }
            });
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    private static final String ESTABLISHED =
            """
            hypotheses:
              broken_is_cause:
                says: It is broken.
                confirmed_by: [ any(broken) ]
                refuted_by: [ none(broken) ]
            FRESH
            steps:
            """
                    + LOOK
                    + """
                      - ask: door
                        question: Is it open?
                        when: none(nothing)
                        finding: door_open
                    """
                            .replace("    when: none(nothing)\n", "")
                    + """
                      - action: act
                        on: a
                        requires: established.broken_is_cause && any(broken)
                        risk: disrupt
                        run: echo acted >> "$HOME/effects"
                        timeout: 20s
                    """;

    @Test
    void aRebootVoidsAnEstablishedVerdict() throws Exception {
        String yaml = ESTABLISHED.replace("FRESH\n", "");
        try (Rig rig = rig(yaml).answer("door", "yes").answer("act", "y a")) {
            Files.writeString(rig.hosts.home("a").resolve("state"), "broken\n");
            rig.onGate(gate -> {
                if (gate.step().value().equals("act")) {
                    rig.hosts.bootId("b", "boot-2");
                }
            });
            rig.open();
            assertThat(rig.effects("a")).isEmpty();
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.UNDECIDED);
        }
    }

    @Test
    void anEstablishedVerdictGrowsOld() throws Exception {
        String yaml = ESTABLISHED.replace("FRESH", "    fresh_for: 1h");
        try (Rig rig = rig(yaml).answer("door", "yes").answer("act", "silence")) {
            Files.writeString(rig.hosts.home("a").resolve("state"), "broken\n");
            rig.onGate(gate -> {
                if (gate.step().value().equals("act")) {
                    ahead.set(Duration.ofHours(2));
                }
            });
            rig.open();
            rig.resume();
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.UNDECIDED);
        }
    }
}
