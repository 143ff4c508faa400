package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a run that did not do everything leaves to be done.
class FollowUpsTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 3, 3);

    private final List<Recorded> events = new ArrayList<>();

    private FollowUpsTest opened(Mode mode) {
        return add(
                new RunEvent.RunOpened(
                        RUN,
                        "stuck-cache",
                        "Free a cache",
                        mode,
                        new Person("anna"),
                        Map.of(),
                        Map.of(),
                        "0.1.0",
                        Optional.empty()));
    }

    private FollowUpsTest add(RunEvent event) {
        long sequence = events.size() + 1L;
        events.add(
                new Recorded(RUN, sequence, SampleGates.NOW.plusSeconds(sequence), "hash", event));
        return this;
    }

    private FollowUpsTest settled(String step, StepOutcome outcome, String... reasons) {
        return add(new RunEvent.StepSettled(new StepId(step), outcome, List.of(reasons)));
    }

    private FollowUpsTest closed(Verdict verdict) {
        return add(new RunEvent.Closed(verdict, List.of(), SampleGates.NOW));
    }

    private List<String> left(boolean carriedOut) {
        return FollowUps.of(SampleRun.runbook(), RunState.fold(events), carriedOut);
    }

    @Test
    void aSkippedCureIsStillToBeDone() {
        opened(Mode.LIVE)
                .settled("lock", StepOutcome.SUCCEEDED)
                .settled("port", StepOutcome.SUCCEEDED)
                .settled("restart_web", StepOutcome.REFUSED)
                .settled("remove_lock", StepOutcome.SKIPPED, "anna chose to go on without it")
                .closed(Verdict.STOPPED);
        assertThat(left(false))
                .containsExactly(
                        "“Remove the lock that nobody holds” (remove_lock) is still to be done:"
                                + " anna chose to go on without it.");
    }

    @Test
    void whatAnEndedRunNeverCameToIsListed() {
        opened(Mode.LIVE).settled("lock", StepOutcome.SUCCEEDED).closed(Verdict.STOPPED);
        assertThat(left(false))
                .contains(
                        "“Restart the web servers” (restart_web) is still to be done: the run ended"
                                + " before.")
                .anyMatch(it -> it.contains("(remove_lock) is still to be done"))
                .anyMatch(it -> it.endsWith("port: not looked at; the run ended before."));
    }

    @Test
    void aDiagnosisLeavesNoActionOpen() {
        opened(Mode.DIAGNOSIS).settled("lock", StepOutcome.SUCCEEDED).closed(Verdict.DIAGNOSED);
        assertThat(left(false)).isEmpty();
    }

    @Test
    void anOpenRunSaysHowToGoOnWithIt() {
        opened(Mode.LIVE);
        assertThat(left(true))
                .containsExactly("The run goes on: blackstart attach " + RUN + " watches it.");
        assertThat(left(false))
                .containsExactly(
                        "No process carries the run out: blackstart resume "
                                + RUN
                                + " goes on from where it stands.");
        add(new RunEvent.GateOpened(SampleGates.mutate()));
        assertThat(left(true))
                .containsExactly(
                        "Gate G3 waits for an answer: blackstart attach " + RUN + " shows it.");
    }

    @Test
    void nobodyRepaysTheLoanOfADrill() {
        RunEvent loan =
                new RunEvent.LoanTaken(
                        new StepId("remove_lock"),
                        new HostName("web1"),
                        SampleGates.NOW,
                        "Remove it",
                        "scripts/restore.sh");
        opened(Mode.DRILL).add(loan).closed(Verdict.RECOVERED_WITH_LOANS);
        assertThat(left(false).getFirst())
                .startsWith("Nothing for real: outside a drill the loans on web1 would")
                .doesNotContain("blackstart loans");
        events.clear();
        opened(Mode.LIVE).add(loan).closed(Verdict.RECOVERED_WITH_LOANS);
        assertThat(left(false).getFirst())
                .contains(
                        ": blackstart loans repay "
                                + RUN
                                + " takes it back with scripts/restore.sh.");
    }
}
