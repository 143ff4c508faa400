package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.view.Happening;
import dev.blackstart.view.Outlook;
import dev.blackstart.view.ProgressLines;
import dev.blackstart.view.SampleRun;
import dev.blackstart.view.Standing;
import dev.blackstart.view.report.RunReport;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A recovery is not said of a host that was left behind, wherever the run is summed up.
@Timeout(180)
class RecoveredWithoutTest extends FailureCase {
    private static final String WITHOUT_B =
            "PARTIAL, recovered without b (last seen with broken=true): what was wrong on the other"
                    + " hosts is repaired, and proven where a step says how.";

    private static String closingWords(RunState state) {
        Recorded last = state.last().orElseThrow();
        return String.join(
                " ",
                new ProgressLines(SampleRun.runbook(), ZoneOffset.UTC, 200)
                        .of(Happening.of(last, state)));
    }

    private static String report(List<Recorded> events) {
        return new RunReport(SampleRun.runbook(), events, new Outlook(events.getLast().at(), false))
                .json()
                .shown();
    }

    @Test
    void anExcludedHostThatIsStillBrokenIsNamed() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + REPAIR).answer("repair", "y", "exclude_host b")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(closingWords(rig.state())).contains("== " + WITHOUT_B);
            assertThat(Standing.of(rig.state())).isEqualTo("partial without b");
            assertThat(report(rig.journal.read(rig.id))).contains("\"headline\":\"" + WITHOUT_B);
        }
    }

    @Test
    void soIsASkippedOne() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + REPAIR).answer("repair", "y", "skip_host")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(closingWords(rig.state())).contains("== " + WITHOUT_B);
        }
    }
}
