package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How waves look: in the log, in the matrix, on the page of the runbook.
class WaveLinesTest {
    private static final StepId CURE = new StepId("drain_log_pipe");
    private final List<Recorded> events = new ArrayList<>();

    private static Runbook runbook() {
        String yaml =
                """
                runbook: test
                title: A test
                steps:
                  - check: look
                    on: nodes
                    run: look
                    findings: { fine: exit == 0 }
                  - action: drain_log_pipe
                    on: nodes
                    risk: mutate
                    run: cure
                    batch: [ 1, 10%, 100% ]
                    pause: 5m
                    stop_after_failures: 3
                    keep_quorum: true
                    verify: { check: look, that: host.fine, within: 1m }
                """;
        return switch (RunbookReader.read("test", Map.of("runbook.yaml", yaml))) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused ->
                    throw new AssertionError(refused.problems().toString());
        };
    }

    private void add(RunEvent event) {
        long sequence = events.size() + 1L;
        events.add(
                new Recorded(
                        RunId.of(1_772_000_000_000L, 1, 1),
                        sequence,
                        SampleGates.NOW.plusSeconds(sequence),
                        "hash",
                        event));
    }

    private void sent(HostName host, Outcome outcome) {
        ActionKey action = new ActionKey(CURE, host, 1);
        add(new RunEvent.Dispatched(action, Purpose.ACT, "n", "d", new GateId(3)));
        add(new RunEvent.Ended(action, Purpose.ACT, outcome, Kept.NOTHING, Kept.NOTHING));
    }

    private void twoWaves() {
        Gate gate = SampleGates.mutate();
        HostName first = gate.targets().get(0);
        add(new RunEvent.GateOpened(gate));
        add(new RunEvent.WaveBegun(CURE, 1, 2, List.of(first)));
        sent(first, new Outcome.Succeeded(Duration.ofSeconds(2)));
        add(new RunEvent.WaveProven(CURE, 1, Truth.TRUE, List.of("host.fine is true")));
        add(new RunEvent.WaveSoaked(CURE, 1));
    }

    @Test
    void theLogSaysWhichWaveGoesOut() {
        twoWaves();
        ProgressLines progress = new ProgressLines(runbook(), ZoneOffset.UTC, 100);
        List<String> lines =
                events.stream()
                        .flatMap(recorded -> progress.of(recorded, Mode.LIVE).stream())
                        .toList();
        assertThat(lines)
                .containsSubsequence(
                        "03:12:42  drain_log_pipe    wave 1 of 2: node1",
                        "03:12:45  drain_log_pipe    wave 1 proven: true (host.fine is true)",
                        "03:12:46  drain_log_pipe    wave 1: the pause is over");
    }

    @Test
    void aHostThatNothingWasSentToIsNotStarted() {
        twoWaves();
        assertThat(NotStarted.of(new StepId("drain_log_pipe"), RunState.fold(events)))
                .containsExactly(new HostName("node2"));
        assertThat(FollowUps.of(runbook(), RunState.fold(events), true))
                .contains("drain_log_pipe was not started on node2.");
    }

    @Test
    void theRunbooksPageSaysHowItGoes() {
        assertThat(new RunbookPage(runbook(), 100).lines())
                .contains(
                        "      in waves of 1, then 10%, then 100% of its hosts",
                        "      watched for 5 min a wave",
                        "      stops at 3 failures",
                        "      never takes a majority of the live members away");
    }

    @Test
    void manyWavesAreCutOnTheScreenAndWholeOnItsPage() {
        List<String> page = new GatePages(SampleGates.waves(), Optional.empty(), 80).details();
        assertThat(page).contains("How it goes over its hosts:", "wave 1 of 3: node1");
        assertThat(String.join(" ", page)).contains("node299, node300");
    }
}
