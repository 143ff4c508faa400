package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Golden;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a run looks like while it goes on and afterwards.
class ReportTest {
    private static List<String> log(int hosts, int columns) {
        ProgressLines progress = new ProgressLines(SampleRun.runbook(), ZoneOffset.UTC, columns);
        return SampleRun.events(hosts).stream()
                .flatMap(recorded -> progress.of(recorded, Mode.LIVE).stream())
                .toList();
    }

    @Test
    void fewHostsHaveALineEach() {
        Golden.check("view/progress/few.txt", log(2, 80));
    }

    @Test
    void manyHostsAreCountedAndOnlyTheOddOnesNamed() {
        Golden.check("view/progress/many.txt", log(300, 80));
        assertThat(log(300, 80)).hasSizeLessThan(log(2, 80).size() + 12);
    }

    @Test
    void aRehearsalSaysThatNothingWasSent() {
        RunEvent closed = new RunEvent.Closed(Verdict.DIAGNOSED, List.of(), SampleGates.NOW);
        Recorded last =
                new Recorded(
                        RunId.of(1_772_000_000_000L, 1, 1), 9, SampleGates.NOW, "hash", closed);
        ProgressLines progress = new ProgressLines(SampleRun.runbook(), ZoneOffset.UTC, 80);
        assertThat(progress.of(last, Mode.REHEARSAL))
                .anyMatch(line -> line.startsWith("== REHEARSED: "))
                .anyMatch(line -> line.endsWith("nothing was sent."));
        assertThat(progress.of(last, Mode.DIAGNOSIS))
                .contains("== DIAGNOSED: looked at everything, changed nothing.");
    }

    @Test
    void anUnknownHostKeyStandsOnceBelowAndUnbroken() {
        String pin = "host_key: ssh-ed25519 " + "AAAAC3NzaC1lZDI1NTE5".repeat(4);
        String reason = "The host key of web1 is not known.\nAdd this under web1:\n  " + pin;
        ProgressLines progress = new ProgressLines(SampleRun.runbook(), ZoneOffset.UTC, 60);
        List<String> lines = new ArrayList<>();
        for (String step : new String[] {"lock_age", "disk"}) {
            RunEvent observed =
                    new RunEvent.Observed(
                            new StepId(step),
                            new HostName("web1"),
                            new Observation.NoAnswer(reason));
            lines.addAll(
                    progress.of(
                            new Recorded(
                                    RunId.of(1_772_000_000_000L, 1, 1),
                                    9,
                                    SampleGates.NOW,
                                    "hash",
                                    observed),
                            Mode.LIVE));
        }
        RunEvent settled =
                new RunEvent.StepSettled(
                        new StepId("disk"), StepOutcome.SUCCEEDED, List.of("web1: " + reason));
        lines.addAll(
                progress.of(
                        new Recorded(
                                RunId.of(1_772_000_000_000L, 1, 1),
                                11,
                                SampleGates.NOW,
                                "hash",
                                settled),
                        Mode.LIVE));
        Golden.check("view/progress/unknown-key.txt", lines);
        assertThat(lines.stream().filter(line -> line.strip().equals(pin))).hasSize(1);
    }

    @Test
    void evidenceOfAClosedRunHasTimes() {
        RunState state = RunState.fold(SampleRun.events(2));
        Golden.check(
                "view/evidence-closed.txt",
                EvidenceTable.of(SampleRun.runbook(), state).lines(100));
    }

    @Test
    void everyLineFits() {
        for (int columns : new int[] {40, 74, 80, 120}) {
            assertThat(Stream.of(log(2, columns), log(300, columns)).flatMap(List::stream))
                    .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void evidenceNamesSilentHosts() {
        RunState state = RunState.fold(SampleRun.events(2));
        List<String> lines =
                EvidenceTable.of(SampleRun.runbook(), state)
                        .lines(SampleGates.NOW.plusSeconds(60), 100);
        Golden.check("view/evidence.txt", lines);
        assertThat(lines).anyMatch(line -> line.contains("laptop") && line.contains("no answer"));
    }
}
