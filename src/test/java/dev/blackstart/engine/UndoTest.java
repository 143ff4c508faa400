package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a failed step did is taken back where a person wants that, once, and only where it ran.
class UndoTest extends EngineCase {
    private static final String FAILING =
            """
            steps:
              - action: act
                on: nodes
                risk: mutate
                run: echo acted >> "$HOME/effects"; test "$(cat "$HOME/state")" = fine
                timeout: 20s
                undo: { run: 'echo undone >> "$HOME/effects"' }
            """;

    @Test
    void theFailedStepIsUndoneWhereItRan() throws Exception {
        try (Rig rig = rig(FAILING).answer("act", "y", "undo", "y")) {
            state(rig, "b", "broken");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.UNDONE);
            for (String host : List.of("a", "b", "c")) {
                assertThat(rig.effects(host)).as(host).containsExactly("acted", "undone");
            }
            assertThat(rig.gates.get(2).kind()).isEqualTo(Gate.Kind.UNDO);
            assertThat(rig.gates.get(2).commands()).hasSize(3);
        }
    }

    @Test
    void aNoAsksAboutTheFailureAgain() throws Exception {
        try (Rig rig = rig(FAILING).answer("act", "y", "undo", "n", "skip")) {
            state(rig, "b", "broken");
            within(rig, 60);
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.FAILED);
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void aFailedUndoStaysOpenAndIsNotSentAgainByItself() throws Exception {
        String yaml =
                FAILING.replace(
                        "echo undone >> \"$HOME/effects\"",
                        "echo tried >> \"$HOME/effects\"; test ! -e \"$HOME/stuck\"");
        try (Rig rig = rig(yaml).answer("act", "y", "undo", "y", "skip")) {
            state(rig, "b", "broken");
            state(rig, "b", "broken");
            java.nio.file.Files.writeString(rig.hosts.home("b").resolve("stuck"), "");
            within(rig, 60);
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.FAILED);
            assertThat(rig.effects("b")).containsExactly("acted", "tried");
            assertThat(rig.gates.getLast().why()).anyMatch(why -> why.contains("b: its undo"));
        }
    }

    @Test
    void everythingIsUndoneNewestFirstThenTheRunStops() throws Exception {
        String yaml =
                """
                steps:
                  - action: first
                    on: a
                    risk: mutate
                    run: echo first >> "$HOME/effects"
                    timeout: 20s
                    undo: { run: 'echo unfirst >> "$HOME/effects"' }
                  - action: second
                    on: a
                    risk: mutate
                    run: echo second >> "$HOME/effects"
                    timeout: 20s
                  - action: third
                    on: a
                    risk: mutate
                    run: echo third >> "$HOME/effects"; exit 3
                    timeout: 20s
                    undo: { run: 'echo unthird >> "$HOME/effects"' }
                """;
        try (Rig rig =
                rig(yaml)
                        .answer("first", "y", "y")
                        .answer("second", "y")
                        .answer("third", "y", "undo_all", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a"))
                    .containsExactly("first", "second", "third", "unthird", "unfirst");
            assertThat(outcome(rig, "first")).isEqualTo(StepOutcome.UNDONE);
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .anyMatch(reason -> reason.contains("second is left as it is"));
        }
    }

    @Test
    void aStepWithoutUndoOffersNone() throws Exception {
        String yaml = FAILING.replaceAll("(?m)^ *undo:.*\n", "");
        try (Rig rig = rig(yaml).answer("act", "y", "skip")) {
            state(rig, "b", "broken");
            within(rig, 60);
            assertThat(rig.gates.getLast().choice("undo")).isEmpty();
        }
    }

    @Test
    void hostsThatWereNotReachedAreLeftOut() throws Exception {
        try (Rig rig = rig(FAILING).answer("act", "y", "undo", "y")) {
            rig.hosts.unreachable("c");
            within(rig, 60);
            assertThat(rig.gates.get(2).targets())
                    .extracting(Object::toString)
                    .containsExactly("a", "b");
            assertThat(rig.effects("c")).isEmpty();
        }
    }

    @Test
    void anUndoWhoseEndWasNotSeenIsReadFromItsReceipt() throws Exception {
        try (Rig rig = rig(FAILING).answer("act", "y", "undo", "y")) {
            state(rig, "b", "broken");
            rig.hosts.loseAfter("b", "echo undone");
            within(rig, 60);
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.UNDONE);
            assertThat(rig.effects("b")).containsExactly("acted", "undone");
            assertThat(rig.events()).anyMatch(RunEvent.Resolved.class::isInstance);
        }
    }

    @Test
    void aRestartTakesTheYesAwayAndAsksAgainForWhatIsLeft() throws Exception {
        try (Rig rig = rig(FAILING).answer("act", "y", "undo")) {
            state(rig, "b", "broken");
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            rig.answer("act", "y");
            rig.resume();
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.UNDONE);
            assertThat(rig.effects("a")).containsExactly("acted", "undone");
        }
    }

    @Test
    void theUndoHasItsOwnNonceAndReceipt() throws Exception {
        try (Rig rig = rig(FAILING).answer("act", "y", "undo", "y")) {
            state(rig, "b", "broken");
            within(rig, 60);
            List<String> nonces =
                    rig.events().stream()
                            .filter(RunEvent.Dispatched.class::isInstance)
                            .map(event -> ((RunEvent.Dispatched) event).nonce())
                            .toList();
            assertThat(nonces).hasSize(6).doesNotHaveDuplicates();
        }
    }
}
