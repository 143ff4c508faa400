package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `on_failure` says happens without asking, and is told.
@Timeout(180)
class OnFailureTest extends FailureCase {
    private static String repair(String rule) {
        return REPAIR + "    on_failure: " + rule + "\n";
    }

    private static void nobodyWasAsked(Rig rig) {
        assertThat(rig.gates).noneMatch(gate -> gate.kind() == Gate.Kind.DECISION);
    }

    @Test
    void skipHostGoesOnWithTheOthers() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + repair("skip_host") + AFTER)
                        .answer("repair", "y")
                        .answer("after", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            nobodyWasAsked(rig);
            RunEvent.HostSkipped skipped = only(rig, RunEvent.HostSkipped.class);
            assertThat(skipped.by()).isEmpty();
            assertThat(skipped.gate()).isEmpty();
            assertThat(skipped.reason()).isEqualTo("`on_failure: skip_host`: exit 3");
            assertThat(rig.effects("b")).containsExactly("after");
        }
    }

    @Test
    void excludeHostKeepsItOutOfTheRest() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + repair("exclude_host") + AFTER)
                        .answer("repair", "y")
                        .answer("after", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            nobodyWasAsked(rig);
            assertThat(rig.effects("b")).isEmpty();
            assertThat(
                            rig.state()
                                    .departures()
                                    .exclusion(new dev.blackstart.inventory.HostName("b")))
                    .contains("excluded by `on_failure: exclude_host` of repair");
        }
    }

    @Test
    void abortStopsAndNamesTheRuleAndTheHost() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + repair("abort") + AFTER).answer("repair", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            nobodyWasAsked(rig);
            RunEvent.StopRequested stop = only(rig, RunEvent.StopRequested.class);
            assertThat(stop.reason()).isEqualTo("`on_failure: abort` of repair: b: exit 3");
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void aRuleThatLeavesNobodyFailsTheStep() throws Exception {
        String failing = repair("skip_host").replace("run: '", "run: 'exit 4; ");
        try (Rig rig = broken("steps:\n" + LOOK + failing).answer("repair", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(outcome(rig, "repair")).isEqualTo(StepOutcome.FAILED);
        }
    }

    @Test
    void aProofThatDoesNotComeIsAFailureToo() throws Exception {
        String ineffective = repair("exclude_host").replace("exit 3", "exit 0");
        try (Rig rig = broken("steps:\n" + LOOK + ineffective).answer("repair", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(only(rig, RunEvent.HostExcluded.class).host()).hasToString("b");
        }
    }

    @Test
    void aProofOverTheWholeSetNamesNoHostSoAPersonIsAsked() throws Exception {
        String ineffective =
                repair("skip_host")
                        .replace("exit 3", "exit 0")
                        .replace("that: host.healthy", "that: all(healthy)");
        try (Rig rig =
                broken("steps:\n" + LOOK + ineffective).answer("repair", "y", "exclude_host b")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(keys(menu(rig))).contains("exclude_host").doesNotContain("skip_host");
        }
    }

    @Test
    void whatIsUnknownIsNeverDecidedByARule() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + repair("abort").replace("on: nodes", "on: b"))
                        .answer("repair", "y")) {
            rig.hosts.loseAfter("b", "exit 3");
            rig.hosts.withoutReceipts("b");
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            assertThat(menu(rig).headline()).contains("outcome unknown");
            assertThat(rig.events()).noneMatch(RunEvent.StopRequested.class::isInstance);
        }
    }
}
