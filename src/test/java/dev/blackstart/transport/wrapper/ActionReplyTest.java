package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a sending that did not get through says of itself.
class ActionReplyTest {
    private static String refused(Completion.Cause cause) {
        ActionReply reply =
                ActionReply.of(
                        new Completion.Unreachable(cause, "The host key has changed."),
                        Samples.claim());
        return ((ActionReply.NotStarted) reply).reason();
    }

    private static boolean doubtful(Completion completion) {
        return ((ActionReply.NotKnown) ActionReply.of(completion, Samples.claim())).doubtful();
    }

    private static Hindrance by(Completion.Cause cause) {
        ActionReply reply =
                ActionReply.of(new Completion.Unreachable(cause, "why"), Samples.claim());
        return ((ActionReply.NotStarted) reply).by();
    }

    @Test
    void onlyAHostThatWasNotHeardIsUnreachable() {
        assertThat(by(Completion.Cause.NO_CONNECTION)).isEqualTo(Hindrance.UNREACHABLE);
        assertThat(by(Completion.Cause.NO_SESSION)).isEqualTo(Hindrance.UNREACHABLE);
        assertThat(by(Completion.Cause.AUTHENTICATION)).isEqualTo(Hindrance.REFUSED_BY_HOST);
        assertThat(by(Completion.Cause.DECLINED)).isEqualTo(Hindrance.REFUSED_BY_HOST);
        assertThat(by(Completion.Cause.HOST_KEY)).isEqualTo(Hindrance.NOT_SENT);
        assertThat(by(Completion.Cause.NO_KEY)).isEqualTo(Hindrance.NOT_SENT);
    }

    @ParameterizedTest
    @EnumSource(Completion.Handover.class)
    void whetherTheHostTookItIsAFactOfItsOwnWhateverTheWords(Completion.Handover handover) {
        for (String words : List.of("reset", "was lost as the command was handed over")) {
            Duration took = Duration.ofSeconds(1);
            assertThat(
                            doubtful(
                                    new Completion.Lost(
                                            words, Kept.NOTHING, Kept.NOTHING, took, handover)))
                    .isEqualTo(handover == Completion.Handover.DOUBTFUL);
        }
    }

    @Test
    void aHostThatSaidNothingInTimeMayNotHaveTakenIt() {
        assertThat(
                        doubtful(
                                new Completion.DeadlinePassed(
                                        Kept.NOTHING,
                                        Kept.NOTHING,
                                        Duration.ofSeconds(1),
                                        Optional.empty())))
                .isTrue();
    }

    @Test
    void aHostKeyRefusedBeforeASendingMeansThatNothingWasSent() {
        assertThat(refused(Completion.Cause.HOST_KEY))
                .isEqualTo("The host key has changed. Nothing was sent there.");
        assertThat(refused(Completion.Cause.NO_CONNECTION)).isEqualTo("The host key has changed.");
    }
}
