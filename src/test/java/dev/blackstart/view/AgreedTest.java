package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A gate that some have said yes to, as each of them and the next one reads it.
class AgreedTest {
    private static final Person ANNA = new Person("anna");
    private static final Person BO = new Person("bo");
    private static final Person CARL = new Person("carl");

    /// Three people must approve it.
    private static final Gate GATE = SampleGates.amended();

    private static GateScreen screen(List<Person> said, Person reader) {
        return new GateScreen(
                GATE, SampleGates.NOW, ZoneOffset.UTC, 80, 30, new Agreed(said, reader));
    }

    @Test
    void whoeverIsNextReadsWhoWasBefore() {
        assertThat(screen(List.of(ANNA), BO).lines())
                .contains(
                        "agreed   anna has said yes; yours is the second of 3",
                        "choices  y = send it (3 people); yours is the second of 3");
        assertThat(screen(List.of(ANNA, BO), CARL).again())
                .contains("agreed   anna and bo have said yes; yours is the third of 3");
    }

    @Test
    void whoeverHasSaidYesReadsHowManyMoreMust() {
        assertThat(screen(List.of(ANNA), ANNA).lines())
                .contains(
                        "agreed   you have said yes; 1 of 3 people have, 2 more must",
                        "choices  y = send it (3 people)");
    }

    @Test
    void beforeTheFirstYesNothingIsSaid() {
        assertThat(screen(List.of(), ANNA).lines())
                .isEqualTo(new GateScreen(GATE, SampleGates.NOW, ZoneOffset.UTC, 80, 30).lines());
    }
}
