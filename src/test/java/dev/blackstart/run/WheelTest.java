package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.EventSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One hand on the wheel: who may answer, and how that changes hands.
class WheelTest {
    private static final Person ANNA = new Person("anna");
    private static final Person BO = new Person("bo");

    private static final Instant BEGAN = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant TAKEN = BEGAN.plusSeconds(60);

    private final Wheel wheel = new Wheel();

    private Optional<String> answering(Person by, boolean here) {
        return wheel.refusal(Optional.empty(), "y", by, here);
    }

    @Test
    void whoeverBeganAnswersFromAnywhere() {
        wheel.begins(ANNA, BEGAN);
        assertThat(answering(ANNA, true)).isEmpty();
        assertThat(answering(ANNA, false)).isEmpty();
        assertThat(answering(BO, false))
                .hasValueSatisfying(it -> assertThat(it).startsWith("anna answers the gates"));
    }

    @Test
    void anOfferChangesNothingBeforeItIsAccepted() {
        wheel.begins(ANNA, BEGAN);
        wheel.offered(new RunEvent.WheelOffered(ANNA, BO));
        assertThat(answering(ANNA, true)).isEmpty();
        assertThat(answering(BO, false)).isPresent();
        wheel.taken(BO, TAKEN);
        assertThat(answering(ANNA, true)).isPresent();
        assertThat(answering(BO, false)).isEmpty();
        assertThat(wheel.offer()).isEmpty();
        assertThat(wheel.hand()).contains(new Wheel.Hand(BO, TAKEN));
    }

    @Test
    void whereTwoPeopleAreWantedAnotherSaysYesOrNoAndNothingElse() {
        Gate gate =
                ((RunEvent.GateOpened) Objects.requireNonNull(EventSamples.all().get("GateOpened")))
                        .gate();
        wheel.begins(ANNA, BEGAN);

        assertThat(gate.people()).isGreaterThan(1);
        assertThat(wheel.refusal(Optional.of(gate), Gate.YES, BO, false)).isEmpty();
        assertThat(wheel.refusal(Optional.of(gate), gate.fallback(), BO, false)).isEmpty();
        assertThat(wheel.refusal(Optional.of(gate), FailureMenu.SKIP_HOST, BO, false)).isPresent();
    }

    @Test
    void onlyTheHolderOffersAndOnlyTheOneAskedAccepts() {
        wheel.begins(ANNA, BEGAN);
        assertThat(wheel.refusal(BO, Optional.of(BO))).isPresent();
        assertThat(wheel.refusal(ANNA, Optional.of(ANNA))).isPresent();
        assertThat(wheel.refusal(ANNA, Optional.of(BO))).isEmpty();
        wheel.offered(new RunEvent.WheelOffered(ANNA, BO));
        assertThat(wheel.refusal(ANNA, Optional.empty())).isPresent();
        assertThat(wheel.refusal(BO, Optional.empty())).isEmpty();
        wheel.declined();
        assertThat(wheel.refusal(BO, Optional.empty())).isPresent();
    }

    @Test
    void whoeverRepaysARunAnswersItsGatesWhoeverHadThemBefore() {
        RunId run = RunId.of(BEGAN.toEpochMilli(), 1, 1);
        List<RunEvent> events =
                List.of(
                        new RunEvent.RunOpened(
                                run,
                                "r",
                                "R",
                                Mode.LIVE,
                                ANNA,
                                Map.of(),
                                Map.of(),
                                "test",
                                Optional.empty()),
                        new RunEvent.WheelOffered(ANNA, BO),
                        new RunEvent.WheelTaken(BO),
                        new RunEvent.Closed(Verdict.RECOVERED_WITH_LOANS, List.of(), BEGAN),
                        new RunEvent.Reopened(new Person("cy"), Optional.empty()));
        RunState state = new RunState();
        for (int i = 0; i < events.size(); i++) {
            state.apply(new Recorded(run, i + 1, BEGAN, "", events.get(i)));
        }
        assertThat(state.wheel().holder()).contains(new Person("cy"));
    }

    @Test
    void whoeverResumesHoldsIt() {
        wheel.begins(ANNA, BEGAN);
        wheel.taken(BO, TAKEN);
        wheel.begins(ANNA, BEGAN);
        assertThat(wheel.holder()).contains(ANNA);
        assertThat(answering(ANNA, true)).isEmpty();
    }
}
