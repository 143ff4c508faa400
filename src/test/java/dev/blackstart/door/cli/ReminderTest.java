package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.view.SampleGates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who has not answered is called again.
class ReminderTest {
    private static final Gate GATE = SampleGates.mutate();
    private static final Instant OPENED = GATE.expires().minus(Duration.ofMinutes(30));
    private static final Recorded ASKED =
            new Recorded(RunId.of(1, 1, 1), 1, OPENED, "", new RunEvent.GateOpened(GATE));

    private final Reminder reminder = new Reminder();

    private List<Integer> calls(Optional<Recorded> asked) {
        List<Integer> minutes = new ArrayList<>();
        for (int second = 0; second < 40 * 60; second++) {
            if (reminder.at(OPENED.plusSeconds(second), asked).isPresent()) {
                minutes.add(second / 60);
            }
        }
        return minutes;
    }

    @Test
    void onceAtHalfTimeAndOnceFiveMinutesBeforeItCloses() {
        assertThat(calls(Optional.of(ASKED))).containsExactly(15, 25);
    }

    @Test
    void saysHowLongItStillWaits() {
        assertThat(reminder.at(OPENED.plus(Duration.ofMinutes(15)), Optional.of(ASKED)))
                .hasValue(
                        "Gate %s still waits for a person, for 15 more minutes"
                                .formatted(GATE.id()));
    }

    @Test
    void nobodyIsCalledWhenNobodyIsAsked() {
        assertThat(calls(Optional.empty())).isEmpty();
    }
}
