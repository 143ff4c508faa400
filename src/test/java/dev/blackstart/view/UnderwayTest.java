package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What a terminal shows while checks run: summed up, the troubled hosts by name.
class UnderwayTest {
    private static final StepId STEP = new StepId("store_answers");
    private final Underway underway = new Underway();

    private void saw(RunEvent event) {
        RunId run = RunId.of(1_772_000_000_000L, 1, 1);
        underway.saw(new Recorded(run, 1, SampleGates.NOW, "hash", event));
    }

    private void answers(String host, Duration took, boolean hung) {
        saw(new RunEvent.Observed(STEP, new HostName(host), seen(took, hung)));
    }

    private static Observation seen(Duration took, boolean hung) {
        return new Observation.Seen(
                hung ? OptionalInt.empty() : OptionalInt.of(0),
                Optional.empty(),
                hung,
                took,
                Kept.NOTHING,
                Kept.NOTHING,
                Map.of(),
                Optional.empty());
    }

    private List<String> lines() {
        Instant now = SampleGates.NOW.plusSeconds(12);
        return underway.lines(now, 80, 5);
    }

    @Test
    void sumsUpHundredsAndNamesTheFew() {
        for (int i = 1; i <= 300; i++) {
            saw(new RunEvent.ObservationStarted(STEP, new HostName("n" + i)));
        }
        for (int i = 1; i <= 298; i++) {
            answers("n" + i, Duration.ofSeconds(i <= 2 ? 4 : 1), i == 7);
        }
        assertThat(lines())
                .containsExactly(
                        "store_answers     12 s · 295 ok, 2 slow: n1, n2, 1 HUNG: n7"
                                + " · 2 to come: n299, …");
    }

    @Test
    void nothingIsLeftWhenAllHaveAnswered() {
        saw(new RunEvent.ObservationStarted(STEP, new HostName("n1")));
        assertThat(lines()).containsExactly("store_answers     12 s · waits for n1");
        answers("n1", Duration.ofSeconds(1), false);
        assertThat(lines()).isEmpty();
    }
}
