package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.Outlook;
import dev.blackstart.view.SampleRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A run is told as far as it has come while it is still open.
class OpenRunTest {
    private static Runbook calling() {
        Read<Runbook> read =
                RunbookReader.read(Path.of("src/test/resources/reading/accepted-cluster-recovery"));
        if (read instanceof Read.Accepted<Runbook> accepted) {
            return accepted.value();
        }
        throw new AssertionError(read.toString());
    }

    private static Step.Call call(Runbook runbook) {
        return runbook.steps().stream()
                .filter(Step.Call.class::isInstance)
                .map(Step.Call.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String word(Runbook runbook, Story story) {
        Matrix matrix =
                new Matrix(runbook, RunState.fold(story.events()), Looks.of(story.events()));
        return matrix.whole(call(runbook)).word();
    }

    @Test
    void aCallThatWasBegunIsReached() {
        Runbook runbook = calling();
        Story story = new Story();
        assertThat(word(runbook, story)).isEqualTo("not reached");
        Step.Call call = call(runbook);
        story.add(new RunEvent.Called(call.id(), call.runbook().toString(), List.of()));
        assertThat(word(runbook, story)).isEqualTo("not settled");
    }

    @Test
    void anAnswerMayStillCome() {
        RunReport open =
                new RunReport(
                        SampleRun.runbook(),
                        new Story().at(10).asks().events(),
                        new Outlook(Story.START.plusSeconds(70), true));
        assertThat(new Comparison(open, open).json().shown())
                .contains("\"waits\":[{\"who\":\"an answer that is still open\"")
                .doesNotContain("did not come");
    }
}
