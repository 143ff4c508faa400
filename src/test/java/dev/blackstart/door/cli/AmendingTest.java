package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.blackstart.engine.RunAmendment;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changed files for a run: which are taken, what is said, and who must say yes.
class AmendingTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - action: first
                on: a
                risk: mutate
                run: "true"
                timeout: 20s
              - action: second
                on: a
                risk: mutate
                run: ehco second
                timeout: 20s
            """;
    private static final String SECOND = YAML.replace("ehco", "echo");

    @TempDir Path folder;

    private Amending amending() {
        List<RunEvent> events =
                List.of(
                        new RunEvent.RunOpened(
                                RunId.of(1, 1, 1),
                                "test",
                                "A test",
                                Mode.LIVE,
                                new Person("anna"),
                                Map.of(),
                                Map.of(),
                                "test",
                                Optional.empty()),
                        new RunEvent.StepSettled(
                                new StepId("first"), StepOutcome.SUCCEEDED, List.of()));
        List<Recorded> recorded = new ArrayList<>();
        events.forEach(event ->
                recorded.add(
                        new Recorded(
                                RunId.of(1, 1, 1),
                                recorded.size() + 1L,
                                Instant.EPOCH,
                                "",
                                event)));
        return new Amending(RunState.fold(recorded), Map.of("runbook.yaml", YAML));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        List<String> lines = new ArrayList<>();
        assertThatExceptionOfType(CannotGoOn.class)
                .isThrownBy(call)
                .satisfies(refusal -> lines.addAll(refusal.lines()));
        return lines;
    }

    @Test
    void aChangedCommandOfAStepThatIsNotDoneIsTaken() throws IOException {
        RunAmendment amendment = amending().of(List.of(file("runbook.yaml", SECOND)));
        assertThat(amendment.steps()).containsExactly(new StepId("second"));
        assertThat(amendment.files()).containsOnlyKeys("runbook/runbook.yaml");
        assertThat(amendment.difference())
                .contains("-    run: ehco second", "+    run: echo second");
    }

    @Test
    void whatARunDoesNotTakeIsSaidInASentenceEach() throws IOException {
        String other = SECOND.replace("run: \"true\"", "run: \"false\"").replace("A test", "B");
        assertThat(refused(() -> amending().of(List.of(file("runbook.yaml", other)))))
                .containsExactly(
                        "`title` differs; in a run only commands of its steps can be amended.",
                        "first is done (succeeded); only steps that are not done can be amended.",
                        "Nothing was amended and nothing was sent.");
    }

    @Test
    void theSameTextAmendsNothing() throws IOException {
        assertThat(refused(() -> amending().of(List.of(file("runbook.yaml", YAML)))))
                .first()
                .isEqualTo("No command differs from what the run goes by.");
    }

    @Test
    void aFileThatIsNoneOfTheRunIsNamedWithThoseThatAre() throws IOException {
        assertThat(refused(() -> amending().of(List.of(file("other.sh", "true")))))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("which goes by test/runbook.yaml"));
    }

    @Test
    void nothingIsAmendedWithoutAYesAtATerminal() throws IOException {
        RunAmendment amendment = amending().of(List.of(file("runbook.yaml", SECOND)));
        Amending.agreed(amendment, screen("y\n"), true);
        assertThat(refused(() -> Amending.agreed(amendment, screen("\n"), true)))
                .containsExactly("Nothing was amended and nothing was sent.");
        assertThat(refused(() -> Amending.agreed(amendment, screen("y\n"), false)))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("An amendment wants a yes"));
    }

    private Screen screen(String typed) {
        Terminal terminal = new Terminal(folder, true, typed);
        Streams streams = terminal.streams();
        return new Screen(new PlainSurface(streams.out(), streams, Notice.NONE), Look.PLAIN, "");
    }
}
