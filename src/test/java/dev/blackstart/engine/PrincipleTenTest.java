package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Principle 10: what is not success blocks what follows, unless it was not needed.
class PrincipleTenTest {
    private static final String HEAD =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                run: cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'exit == 0 && lines[0] == "broken"', known: exit == 0 }
            """;
    private static final String REPAIR =
            """
              - action: repair
                title: Repair it
                on: nodes
                where: host.broken
                risk: mutate
                run: echo repaired >> "$HOME/effects"; echo fine > "$HOME/state"
                timeout: 20s
                verify: { check: look, that: "!host.broken", within: 10s, every: 100ms }
            """;
    private static final String AFTER =
            """
              - action: after
                title: What follows
                on: a
                risk: mutate
                run: echo after >> "$HOME/effects"
                timeout: 20s
            """;

    @TempDir Path folder;

    private Rig rig(String steps) throws IOException {
        Rig rig = new Rig(folder, HEAD + steps);
        for (String host : new String[] {"a", "b", "c"}) {
            Files.writeString(rig.hosts.home(host).resolve("state"), "fine\n");
        }
        return rig;
    }

    private static void breakIt(Rig rig, String host) throws IOException {
        Files.writeString(rig.hosts.home(host).resolve("state"), "broken\n");
    }

    private static StepOutcome outcome(Rig rig, String step) throws JournalException {
        return rig.state().settled(new StepId(step)).orElseThrow().outcome();
    }

    @Test
    void whereDefinitelyFalseIsNotNeededAndBlocksNothing() throws Exception {
        try (Rig rig = rig(REPAIR + AFTER).answer("after", "y")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(outcome(rig, "repair")).isEqualTo(StepOutcome.NOT_NEEDED);
            assertThat(rig.effects("a")).containsExactly("after");
        }
    }

    @Test
    void whenDefinitelyFalseIsNotNeededAndBlocksNothing() throws Exception {
        String when = AFTER.replace("risk:", "when: any(broken)\n    risk:");
        try (Rig rig = rig(when)) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
            assertThat(outcome(rig, "after")).isEqualTo(StepOutcome.NOT_NEEDED);
        }
    }

    @Test
    void whenUnknownBlocksAndAsks() throws Exception {
        String when = AFTER.replace("risk:", "when: any(broken)\n    risk:");
        try (Rig rig = rig(when)) {
            rig.hosts.unreachable("b");
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.gates).hasSize(1);
            assertThat(rig.gates.getFirst().why().toString()).contains("connection refused by b");
            assertThat(rig.gates.getFirst().fallback()).isEqualTo("stop");
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void whereUnknownOfOneHostBlocksAndAsks() throws Exception {
        try (Rig rig = rig(REPAIR).answer("repair", "stop")) {
            breakIt(rig, "a");
            rig.hosts.unreachable("c");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void requiresNotMetIsRefusedAndBlocksOnlyWhatNamesIt() throws Exception {
        String refused = AFTER.replace("risk:", "requires: all(broken)\n    risk:");
        String naming =
                AFTER.replace("after", "naming")
                        .replace("risk:", "requires: after.verified\n    risk:");
        String free = AFTER.replace("after", "free");
        try (Rig rig = rig(refused + naming + free).answer("free", "y")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(outcome(rig, "after")).isEqualTo(StepOutcome.REFUSED);
            assertThat(outcome(rig, "naming")).isEqualTo(StepOutcome.REFUSED);
            assertThat(outcome(rig, "free")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }

    @Test
    void failedBlocksAndAsks() throws Exception {
        String failing = AFTER.replace("echo after >> \"$HOME/effects\"", "exit 3");
        try (Rig rig = rig(failing + AFTER.replace("after", "next")).answer("after", "y", "stop")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.gates).hasSize(2);
            assertThat(rig.gates.get(1).why()).containsExactly("a: exit 3");
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void aFailureAPersonGoesPastLeavesTheRunStillBroken() throws Exception {
        String failing = AFTER.replace("echo after >> \"$HOME/effects\"", "exit 3");
        String next = AFTER.replace("after", "next");
        try (Rig rig = rig(failing + next).answer("after", "y", "skip").answer("next", "y")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(rig.effects("a")).containsExactly("next");
        }
    }

    @Test
    void unreachableBlocksAndAsks() throws Exception {
        try (Rig rig = rig(AFTER).answer("after", "y", "stop")) {
            rig.hosts.unreachable("a");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.gates.get(1).why().toString()).contains("never sent");
        }
    }

    @Test
    void unknownIsResolvedByTheReceiptAndNeverSentAgain() throws Exception {
        try (Rig rig = rig(AFTER).answer("after", "y")) {
            rig.hosts.loseAfter("a", "echo after");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("after");
        }
    }

    @Test
    void unknownWithoutAReceiptAsksAndThePersonsWordCounts() throws Exception {
        try (Rig rig = rig(AFTER).answer("after", "y", "applied")) {
            rig.hosts.loseAfter("a", "echo after");
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates).hasSize(2);
            assertThat(rig.gates.get(1).headline()).contains("outcome unknown");
            assertThat(rig.effects("a")).containsExactly("after");
        }
    }

    @Test
    void stoppingWithAnUnknownOutcomeIsSaid() throws Exception {
        try (Rig rig = rig(AFTER).answer("after", "y", "stop")) {
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            assertThat(rig.state().actions().unknown()).hasSize(1);
            assertThat(rig.state().actions().unknown().getFirst().outcome().orElseThrow())
                    .isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void onThatSelectsNobodyBlocksAndAsks() throws Exception {
        try (Rig rig = rig(AFTER.replace("on: a", "on: nobody"))) {
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.gates.getFirst().headline()).contains("selects no host");
        }
    }

    @Test
    void aProofThatDoesNotComeBlocksAndAsks() throws Exception {
        String lying =
                REPAIR.replace("echo fine > \"$HOME/state\"", "true")
                        .replace("10s, every", "1s, every");
        try (Rig rig = rig(lying).answer("repair", "y", "stop")) {
            breakIt(rig, "b");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("b")).containsExactly("repaired");
            assertThat(rig.gates.get(1).headline()).contains("proof did not come");
        }
    }

    @Test
    void aRepairThatIsProvenRecovers() throws Exception {
        try (Rig rig = rig(REPAIR).answer("repair", "y")) {
            breakIt(rig, "b");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("b")).containsExactly("repaired");
            assertThat(rig.effects("a")).isEmpty();
        }
    }
}
