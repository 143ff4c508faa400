package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.view.Look;
import dev.blackstart.view.SampleGates;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers at the menu that say more than a key: a host, a command to look with, a changed command.
class MenuAnswersTest {
    private static final Optional<Editor> NONE = Optional.empty();

    private static OperatorCommand answer(Gate gate, Terminal terminal, Optional<Editor> editor) {
        Surroundings surroundings = terminal.surroundings();
        Streams streams = surroundings.streams();
        Surface surface = new PlainSurface(streams.out(), streams, Notice.NONE);
        Screen screen = new Screen(surface, Look.PLAIN, "");
        return new TerminalAnswerer(
                        screen, new Pictures(), surroundings.clock(), surroundings.person(), editor)
                .answer(gate);
    }

    private static Terminal typed(String typed) {
        return new Terminal(Path.of("/"), true, typed);
    }

    private static void says(OperatorCommand command, String choice, String besides) {
        assertThat(command)
                .isInstanceOfSatisfying(
                        OperatorCommand.Answer.class,
                        it -> {
                            assertThat(it.choice()).isEqualTo(choice);
                            assertThat(it.typed()).isEqualTo(besides);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "skip_host\\n, skip_host, node1",
        "skip_host node1\\n, skip_host, node1",
        "exclude_host\\n, exclude_host, node1",
        "exclude_host all\\n, exclude_host, all",
        "!df -h /var\\ny\\n, inspect, df -h /var",
        "inspect df -h /var\\ny\\n, inspect, df -h /var",
        "inspect\\ndf -h /var\\ny\\n, inspect, node1 df -h /var"
    })
    void oneHostNeedNotBeNamed(String line, String choice, String besides) {
        says(answer(SampleGates.menu(1), typed(line.replace("\\n", "\n")), NONE), choice, besides);
    }

    @ParameterizedTest
    @CsvSource({
        "skip_host\\nnode2\\n, skip_host, node2",
        "skip_host all\\n, skip_host, all",
        "!node2 df -h /var\\ny\\n, inspect, node2 df -h /var",
        "inspect\\nnode2\\ndf -h /var\\ny\\n, inspect, node2 df -h /var"
    })
    void oneOfSeveralHostsIsNamed(String line, String choice, String besides) {
        says(answer(SampleGates.menu(3), typed(line.replace("\\n", "\n")), NONE), choice, besides);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skip_host\n\n",
                "skip_host node9\n",
                "skip_host\nNODE1\n",
                "!df -h /var\n",
                "!\n\n",
                "!node2 df -h /var\n",
                "!node2 df -h /var\n\n",
                "!node2 df -h /var\nyes\n",
                "inspect\nnode1\n\n",
                "amend\nnode9\n",
                "amend node1\n\n",
                "amend node1\ncat /proc/4711/fd/1 > /dev/null &\n",
                "amend node1\ncat /proc/4711/fd/1 > /dev/null &\nn\n",
                "amend node1\ncat /proc/4711/fd/1 > /dev/null &\nyes\n"
            })
    void whatIsNotCompleteAnswersNothing(String line) {
        assertThat(answer(SampleGates.menu(3), typed(line), NONE))
                .isInstanceOf(OperatorCommand.Leave.class);
    }

    @Test
    void whatWouldGoOutAndWhereIsShownBeforeTheYes() {
        Terminal terminal = typed("!node2 rm -rf /var/\u001b[2Jtmp\ny\n");
        answer(SampleGates.menu(3), terminal, NONE);
        assertThat(terminal.shown())
                .containsSubsequence(
                        "This goes to node2 once, exactly as typed and not checked,",
                        "kept under your name:",
                        "│ rm -rf /var/␛[2Jtmp",
                        "send it (y/N)> ");
    }

    @Test
    void withoutAYesTheGateStaysOpen() {
        Terminal terminal = typed("!df\nn\nstop\n");
        says(answer(SampleGates.menu(1), terminal, NONE), "stop", "");
        assertThat(terminal.shown()).contains("Nothing was chosen; the gate is still open.");
    }

    @Test
    void aQuestionThatStandsAlreadyIsShownInShort() {
        Terminal terminal = typed("!node1 df\ny\nstop\n");
        Surroundings surroundings = terminal.surroundings();
        Streams streams = surroundings.streams();
        Screen screen =
                new Screen(new PlainSurface(streams.out(), streams, Notice.NONE), Look.PLAIN, "");
        Answerer answerer =
                new TerminalAnswerer(
                        screen, new Pictures(), surroundings.clock(), surroundings.person(), NONE);
        says(answerer.answer(SampleGates.menu(3)), "inspect", "node1 df");
        says(answerer.answer(SampleGates.menu(3)), "stop", "");
        assertThat(terminal.shown())
                .containsOnlyOnce("-- gate G5")
                .containsOnlyOnce("-- still open: gate G5")
                .containsOnlyOnce("exclude_host HOST = send")
                .contains("retry · amend HOST · !HOST COMMAND · skip_host HOST");
    }

    @Test
    void aCommandIsAmendedInALineAndTheDifferenceShownBeforeTheYes() {
        Terminal terminal = typed("amend\ntimeout 5 cat /proc/4711/fd/1\ny\n");
        says(
                answer(SampleGates.menu(1), terminal, NONE),
                "amend",
                "node1 timeout 5 cat /proc/4711/fd/1");
        assertThat(terminal.shown())
                .containsSubsequence(
                        "Old lines (-) and new (+):",
                        "│ - cat /proc/4711/fd/1 > /dev/null",
                        "│ + timeout 5 cat /proc/4711/fd/1",
                        "amend it so (y/N)> ");
    }

    @Test
    void theOldCommandStandsInTheLineThatIsEdited() {
        Typist typist = new Typist("amend", "cat /proc/4711/fd/1 | head", "y");
        assertThat(typist.answer(SampleGates.menu(1))).isInstanceOf(OperatorCommand.Answer.class);
        assertThat(typist.drafts).containsExactly("", "cat /proc/4711/fd/1 > /dev/null", "");
    }

    @Test
    void aLineLeftAsItWasAmendsNothing() {
        Typist typist = new Typist("amend", "cat /proc/4711/fd/1 > /dev/null", "stop");
        says(typist.answer(SampleGates.menu(1)), "stop", "");
    }

    @Test
    void whereNoLineCanHoldTheOldCommandItIsShown() {
        Terminal terminal = typed("amend\n\n");
        answer(SampleGates.menu(1), terminal, NONE);
        assertThat(terminal.shown())
                .containsSubsequence(
                        "The command as it is:",
                        "│ cat /proc/4711/fd/1 > /dev/null",
                        "new command> ");
    }

    @Test
    void aQuestionThatNobodyAnswersEndsItsLine() {
        Terminal terminal = typed("");
        answer(SampleGates.menu(1), terminal, NONE);
        assertThat(terminal.shown()).endsWith("> \n");
    }

    @Test
    void theEditorGetsTheCommandAsItWasRendered() {
        Editor editor = text -> Optional.of(text.replace("4711", "4712") + "\n");
        says(
                answer(SampleGates.menu(3), typed("amend node2\ny\n"), Optional.of(editor)),
                "amend",
                "node2 cat /proc/4712/fd/1 > /dev/null");
    }

    @Test
    void anEditorThatChangedNothingAmendsNothing() {
        Terminal terminal = typed("amend\nstop\n");
        says(
                answer(SampleGates.menu(1), terminal, Optional.of(text -> Optional.empty())),
                "stop",
                "");
        assertThat(terminal.shown()).contains("Nothing was chosen; the gate is still open.");
    }
}
