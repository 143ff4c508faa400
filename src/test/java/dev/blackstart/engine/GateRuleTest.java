package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A runbook's `gate:` asks for more than the risk does.
@Timeout(180)
class GateRuleTest extends EngineCase {
    private static String act(String gate) {
        return """
        steps:
          - action: act
            on: a
            risk: mutate
            gate: %s
            run: echo acted >> "$HOME/effects"
            timeout: 20s
        """
                .formatted(gate);
    }

    private static OperatorCommand yes(Gate gate, String by) {
        return new OperatorCommand.Answer(gate.id(), gate.digest(), "y", "", "", new Person(by));
    }

    @Test
    void asksAsForAGreaterRisk() throws Exception {
        try (Rig rig = rig(act("{ risk: disrupt }")).answer("act", "y")) {
            rig.leaveWhenRefused();
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Left("refused"));
            assertThat(rig.gates.getFirst().risk()).contains(Risk.DISRUPT);
            assertThat(rig.refusals.getFirst()).startsWith("`a` was asked for");
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void asManyDifferentPeopleAsSaidMustSayYes() throws Exception {
        try (Rig rig = rig(act("{ approvals: 3 }")).answer("act", "silence")) {
            rig.onGate(gate -> {
                for (String by : new String[] {"anna", "anna", "ben", "carla"}) {
                    rig.tell(yes(gate, by));
                }
            });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.refusals)
                    .containsExactly("You have said yes already; 3 different people must.");
            assertThat(rig.gates.getFirst().choice("y").orElseThrow().label())
                    .isEqualTo("send it (3 people)");
            assertThat(rig.events()).filteredOn(RunEvent.GateAnswered.class::isInstance).hasSize(3);
        }
    }

    @Test
    void twoOfThreePeopleAreNotEnough() throws Exception {
        try (Rig rig = rig(act("{ approvals: 3 }")).answer("act", "silence")) {
            rig.onGate(gate -> {
                rig.tell(yes(gate, "anna"));
                rig.tell(yes(gate, "ben"));
                rig.tell(new OperatorCommand.Leave("nobody else"));
            });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Left("nobody else"));
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    /// What two people were asked for is not taken back by one.
    @Test
    void theUndoAsksAsManyPeople() throws Exception {
        String failing =
                act("{ approvals: 2 }")
                        .replace(
                                "run: echo acted >> \"$HOME/effects\"",
                                "undo: { run: 'true' }\n    run: 'false'");
        try (Rig rig = rig(failing).answer("act", "silence", "undo", "n", "stop")) {
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.APPROVAL) {
                    rig.tell(yes(gate, "anna"));
                    rig.tell(yes(gate, "ben"));
                }
            });
            within(rig, 60);
            assertThat(rig.gates)
                    .filteredOn(gate -> gate.kind() == Gate.Kind.UNDO)
                    .singleElement()
                    .satisfies(gate -> assertThat(gate.people()).isEqualTo(2));
        }
    }

    @Test
    void closesSoonerThanUsual() throws Exception {
        Instant now = Instant.now();
        try (Rig rig = rig(act("{ within: 10m }")).clock(() -> now).answer("act", "n")) {
            within(rig, 60);
            assertThat(rig.gates.getFirst().expires()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        }
        try (Rig rig = rig(act("{ within: 2h }")).clock(() -> now).answer("act", "n")) {
            within(rig, 60);
            assertThat(rig.gates.getFirst().expires()).isEqualTo(now.plus(Duration.ofMinutes(30)));
        }
    }

    /// Nobody is asked again and again: the run is left, and whoever resumes it is asked.
    @Test
    void aGateThatNobodyAnswersLeavesTheRun() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        try (Rig rig = rig(act("{ within: 5m }")).clock(now::get).answer("act", "silence")) {
            rig.onGate(gate -> now.set(gate.expires()));
            assertThat(within(rig, 60))
                    .isInstanceOfSatisfying(
                            RunEnd.Left.class,
                            left -> assertThat(left.reason()).startsWith("gate G1 at act was not"));
            assertThat(rig.gates).hasSize(1);
            assertThat(rig.events().getLast()).isInstanceOf(RunEvent.Paused.class);
            rig.onGate(gate -> {});
            rig.answer("act", "y");
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    /// It can be ended all the same.
    @Test
    void aRunThatStandsStillCanBeStopped() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        try (Rig rig = rig(act("{ within: 5m }")).clock(now::get).answer("act", "silence")) {
            rig.onGate(gate -> now.set(gate.expires()));
            within(rig, 60);
            rig.onResume(() -> rig.tell(new OperatorCommand.Stop(new Person("ben"), "enough")));
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).isEmpty();
        }
    }
}
