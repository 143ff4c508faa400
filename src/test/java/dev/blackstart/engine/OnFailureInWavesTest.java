package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `on_failure` happens without asking in a step that goes in waves, too.
@Timeout(180)
class OnFailureInWavesTest extends FailureCase {
    private static String ruled(String rule) {
        return "steps:\n"
                + LOOK
                + REPAIR
                + "    batch: 1\n    stop_after_failures: 2\n    on_failure: "
                + rule
                + "\n";
    }

    private static List<Gate.Kind> kinds(Rig rig) {
        return rig.gates.stream().map(Gate::kind).toList();
    }

    @Test
    void abortSendsNoFurtherWave() throws Exception {
        try (Rig rig = broken(ruled("abort")).answer("repair", "y")) {
            RunEnd end = within(rig, 60);
            assertThat(rig.effects("c")).as("b failed before c was sent to").isEmpty();
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
        }
    }

    @Test
    void abortAtTheFirstFailureAsksNobody() throws Exception {
        String yaml = ruled("abort").replace("    stop_after_failures: 2\n", "");
        try (Rig rig = broken(yaml).answer("repair", "y")) {
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig)).containsExactly(Gate.Kind.APPROVAL);
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
        }
    }

    @Test
    void skipHostGoesOnWithTheNextWaveAndAsksNobody() throws Exception {
        String yaml = ruled("skip_host").replace("    stop_after_failures: 2\n", "");
        try (Rig rig = broken(yaml).answer("repair", "y")) {
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig)).containsExactly(Gate.Kind.APPROVAL);
            assertThat(rig.effects("c")).containsExactly("acted");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
        }
    }

    /// The command ends well on `b` and cures nothing there.
    private static String unproven(String rule) {
        return ruled(rule)
                .replace("|| exit 3; echo acted", "|| exit 0; echo acted")
                .replace("    stop_after_failures: 2\n", "");
    }

    @Test
    void skipHostLeavesAWaveThatIsNotProvenBehind() throws Exception {
        try (Rig rig = broken(unproven("skip_host")).answer("repair", "y")) {
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig)).containsExactly(Gate.Kind.APPROVAL);
            assertThat(rig.effects("c")).containsExactly("acted");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
        }
    }

    @Test
    void abortStopsAtAWaveThatIsNotProven() throws Exception {
        try (Rig rig = broken(unproven("abort")).answer("repair", "y")) {
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig)).containsExactly(Gate.Kind.APPROVAL);
            assertThat(rig.effects("c")).isEmpty();
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
        }
    }

    @Test
    void undoIsAskedForAtAWaveThatIsNotProven() throws Exception {
        String yaml = unproven("undo") + "    undo: { run: echo undone >> effects }\n";
        try (Rig rig = broken(yaml).answer("repair", "y", "s", "stop")) {
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig))
                    .containsExactly(Gate.Kind.APPROVAL, Gate.Kind.UNDO, Gate.Kind.DECISION);
            assertThat(rig.effects("c")).isEmpty();
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
        }
    }
}
