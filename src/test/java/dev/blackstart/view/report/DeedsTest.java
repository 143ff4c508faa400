package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunState;
import dev.blackstart.view.SampleRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a run changed, and what it may have changed.
class DeedsTest {
    private static List<String> of(Story story) {
        return Deeds.of(SampleRun.runbook(), RunState.fold(story.events()));
    }

    private static Story sent() {
        return new Story().sends("remove_lock", "web1");
    }

    @Test
    void whatSucceededIsToldPlainly() {
        assertThat(
                        of(
                                sent().ends(
                                                "remove_lock",
                                                "web1",
                                                new Outcome.Succeeded(Duration.ofSeconds(1)),
                                                Kept.NOTHING)))
                .singleElement()
                .satisfies(it -> assertThat(it).endsWith("(remove_lock on web1)"));
    }

    @Test
    void whatFailedOrIsNotKnownMayHaveChangedSomething() {
        assertThat(of(sent())).singleElement().satisfies(DeedsTest::notKnown);
        assertThat(
                        of(
                                sent().ends(
                                                "remove_lock",
                                                "web1",
                                                new Outcome.Unknown("the link was lost"),
                                                Kept.NOTHING)))
                .singleElement()
                .satisfies(DeedsTest::notKnown);
        assertThat(
                        of(
                                sent().ends(
                                                "remove_lock",
                                                "web1",
                                                new Outcome.Failed("exit 3", Duration.ZERO),
                                                Kept.NOTHING)))
                .singleElement()
                .satisfies(it ->
                        assertThat(it)
                                .endsWith(
                                        "ended with exit 3; it may have changed something before"));
    }

    private static void notKnown(String sentence) {
        assertThat(sentence).endsWith("how it ended is not known; it may have changed something");
    }

    @Test
    void whatWasNeverSentChangedNothing() {
        assertThat(
                        of(
                                sent().ends(
                                                "remove_lock",
                                                "web1",
                                                new Outcome.Unreachable("no connection"),
                                                Kept.NOTHING)))
                .isEmpty();
    }
}
