package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.view.Look;
import dev.blackstart.view.SampleGates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as an answer at a gate: exactly what it shows, typed after it was shown. All else is
/// no.
class TerminalAnswererTest {
    private static OperatorCommand answer(Gate gate, Terminal terminal) {
        Surroundings surroundings = terminal.surroundings();
        Streams streams = surroundings.streams();
        Surface surface = new PlainSurface(streams.out(), streams, Notice.NONE);
        Screen screen = new Screen(surface, Look.PLAIN, "");
        return new TerminalAnswerer(
                        screen,
                        new Pictures(),
                        surroundings.clock(),
                        surroundings.person(),
                        java.util.Optional.empty())
                .answer(gate);
    }

    private static OperatorCommand typed(Gate gate, String typed) {
        return answer(gate, new Terminal(Path.of("/"), true, typed));
    }

    private static void isYes(Gate gate, String typed, String name, String note) {
        assertThat(typed(gate, typed))
                .isInstanceOfSatisfying(
                        OperatorCommand.Answer.class,
                        it -> {
                            assertThat(it.choice()).isEqualTo(Gate.YES);
                            assertThat(it.typed()).isEqualTo(name);
                            assertThat(it.note()).isEqualTo(note);
                            assertThat(it.gate()).isEqualTo(gate.id());
                            assertThat(it.digest()).isEqualTo(gate.digest());
                            assertThat(it.by().name()).isEqualTo("anna");
                        });
    }

    @Test
    void theGateIsShownAgainWhenAskedFor() {
        Terminal terminal = new Terminal(Path.of("/"), true, "g\nn\n");
        answer(SampleGates.mutate(), terminal);
        assertThat(terminal.shown().split("-- gate G3 · drain_log_pipe", -1)).hasSize(3);
    }

    @Test
    void theKeyShownIsAnAnswer() {
        isYes(SampleGates.mutate(), "y\n", "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "no\n"})
    void aNoMayBeWrittenOut(String typed) {
        assertThat(typed(SampleGates.mutate(), typed))
                .isInstanceOfSatisfying(
                        OperatorCommand.Answer.class, it -> assertThat(it.choice()).isEqualTo("n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "   \n",
                "y",
                "yes\n",
                "Y\n",
                "oui\n",
                "y y\n",
                "yes\nY\nok\n",
                "\u001b[Ay\n"
            })
    void nothingElseIsAYes(String typed) {
        assertThat(typed(SampleGates.mutate(), typed)).isInstanceOf(OperatorCommand.Leave.class);
    }

    @Test
    void onlyTheFirstLineOfAPasteCounts() {
        Terminal terminal = new Terminal(Path.of("/"), true, "n\ny\ny\n");
        assertThat(answer(SampleGates.mutate(), terminal))
                .isInstanceOfSatisfying(
                        OperatorCommand.Answer.class, it -> assertThat(it.choice()).isEqualTo("n"));
    }

    @Test
    void whatWasTypedBeforeIsThrownAway() {
        Terminal terminal = new Terminal(Path.of("/"), true, "y\ny\ny\n").ahead();
        assertThat(answer(SampleGates.mutate(), terminal))
                .isInstanceOf(OperatorCommand.Leave.class);
    }

    @Test
    void disruptionNeedsTheNameInFullAndAllLinesSeen() {
        isYes(SampleGates.disrupt(), "d\n\ncontrol_plane\n", "control_plane", "");
        assertThat(typed(SampleGates.disrupt(), "control_plane\n"))
                .isInstanceOf(OperatorCommand.Leave.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d\ny\n", "d\ncontrol\n", "d\nCONTROL_PLANE\n", "d\nnode1\n"})
    void aWrongNameIsNoAnswer(String typed) {
        Terminal terminal = new Terminal(Path.of("/"), true, typed);
        assertThat(answer(SampleGates.disrupt(), terminal))
                .isInstanceOf(OperatorCommand.Leave.class);
    }

    @Test
    void whatCannotBeTakenBackNeedsAReason() {
        isYes(SampleGates.irreversible(), "node1\nits disk is gone\n", "node1", "its disk is gone");
        assertThat(typed(SampleGates.irreversible(), "node1\n\n"))
                .isInstanceOf(OperatorCommand.Leave.class);
    }

    @Test
    void aClaimAboutAnUnknownOutcomeNeedsAReason() {
        assertThat(typed(SampleGates.decision(), "applied\n"))
                .isInstanceOf(OperatorCommand.Leave.class);
        assertThat(typed(SampleGates.decision(), "applied\nI saw the reader in ps\n"))
                .isInstanceOf(OperatorCommand.Answer.class);
        assertThat(typed(SampleGates.decision(), "look\n"))
                .isInstanceOf(OperatorCommand.Answer.class);
    }

    @Test
    void pagesAnswerNothing() {
        Terminal terminal = new Terminal(Path.of("/"), true, "?\nd\ne\nw\n");
        assertThat(answer(SampleGates.mutate(), terminal))
                .isInstanceOf(OperatorCommand.Leave.class);
        assertThat(terminal.shown())
                .contains(
                        "exactly one of these answers",
                        "What will run, in full:",
                        "What licenses this (ages are of now):",
                        "Why (ages are of the moment the gate opened):");
    }
}
