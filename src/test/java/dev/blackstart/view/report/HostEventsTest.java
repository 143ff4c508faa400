package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What happened to hosts: an outage is told only of one that was not heard.
class HostEventsTest {
    private static final String AT_WORK =
            "an earlier attempt of this step is still at work on the host";

    private static Story ended(Hindrance by) {
        return new Story()
                .at(5)
                .sees("lock", "web1", "lock_left", true, "5f9c")
                .at(10)
                .sends("remove_lock", "web1")
                .ends("remove_lock", "web1", new Outcome.Unreachable(AT_WORK, by), Kept.NOTHING)
                .at(20)
                .sees("lock", "web1", "lock_left", true, "5f9c");
    }

    private static String told(Story story) {
        return String.join(
                "\n",
                HostEvents.of(story.events()).stream()
                        .map(it -> it.kind().word() + " " + it.says())
                        .toList());
    }

    @Test
    void aHostThatRefusedWasNeverSilentAndIsNotBack() {
        assertThat(told(ended(Hindrance.REFUSED_BY_HOST)))
                .isEqualTo("refused answered, and refused: " + AT_WORK);
    }

    @Test
    void aHostThatWasNotHeardIsSilentUntilItAnswers() {
        assertThat(told(ended(Hindrance.UNREACHABLE)))
                .isEqualTo("silent no answer: " + AT_WORK + "\nback answers again (lock)");
    }

    @Test
    void whatWasNeverSentIsNoSilence() {
        assertThat(told(ended(Hindrance.NOT_SENT)))
                .isEqualTo("refused nothing was sent: " + AT_WORK);
        assertThat(told(ended(Hindrance.NOT_STARTED))).isEmpty();
    }

    @Test
    void aRefusalAfterSilenceIsAnAnswer() {
        Story story =
                new Story()
                        .at(1)
                        .add(seen(new Observation.NoAnswer("no route")))
                        .at(2)
                        .add(seen(new Observation.NoAnswer("no", Hindrance.REFUSED_BY_HOST)))
                        .at(3)
                        .add(seen(new Observation.NoAnswer("no", Hindrance.REFUSED_BY_HOST)));
        assertThat(told(story))
                .isEqualTo(
                        "silent no answer: no route\nback answers again (with a refusal)\nrefused answered, and refused: no");
    }

    private static RunEvent seen(Observation observation) {
        return new RunEvent.Observed(new StepId("lock"), new HostName("web1"), observation);
    }

    @Test
    void theReportTellsOfNoOutageThatDidNotHappen() throws IOException {
        ReportPages pages =
                new ReportPages(Story.report(ended(Hindrance.REFUSED_BY_HOST).events()));
        assertThat(Rendered.markdown(pages))
                .contains("refused by host")
                .doesNotContain("unreachable", "silent", "answers again");
        assertThat(Rendered.html(pages))
                .contains("n refused by the host")
                .doesNotContain("silent", "answers again");
    }
}
