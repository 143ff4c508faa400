package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One hand on the wheel: who may answer, and how that changes hands.
class WheelTest {
    private static final Person ANNA = new Person("anna");
    private static final Person BO = new Person("bo");

    private final Wheel wheel = new Wheel();

    private Optional<String> answering(Person by, boolean here) {
        return wheel.refusal(Optional.empty(), "y", by, here);
    }

    @Test
    void whoeverBeganAnswersFromAnywhere() {
        wheel.begins(ANNA);
        assertThat(answering(ANNA, true)).isEmpty();
        assertThat(answering(ANNA, false)).isEmpty();
        assertThat(answering(BO, false))
                .hasValueSatisfying(it -> assertThat(it).startsWith("anna answers the gates"));
    }

    @Test
    void anOfferChangesNothingBeforeItIsAccepted() {
        wheel.begins(ANNA);
        wheel.offered(new RunEvent.WheelOffered(ANNA, BO));
        assertThat(answering(ANNA, true)).isEmpty();
        assertThat(answering(BO, false)).isPresent();
        wheel.taken(BO);
        assertThat(answering(ANNA, true)).isPresent();
        assertThat(answering(BO, false)).isEmpty();
        assertThat(wheel.offer()).isEmpty();
    }

    @Test
    void onlyTheHolderOffersAndOnlyTheOneAskedAccepts() {
        wheel.begins(ANNA);
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
    void whoeverResumesHoldsIt() {
        wheel.begins(ANNA);
        wheel.taken(BO);
        wheel.begins(ANNA);
        assertThat(wheel.holder()).contains(ANNA);
        assertThat(answering(ANNA, true)).isEmpty();
    }
}
