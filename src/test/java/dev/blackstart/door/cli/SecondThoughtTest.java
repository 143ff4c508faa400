package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Look;
import dev.blackstart.view.SampleGates;
import dev.blackstart.view.SampleRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A yes can be taken back at the terminal it was given at until something is sent under it.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SecondThoughtTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);
    private static final Gate GATE = SampleGates.mutate();
    private static final Person ANNA = new Person("anna");
    private static final String BACK = "until it is sent, no takes it back>";

    private final Questions questions = new Questions();
    private final BlockingQueue<OperatorCommand> told = new LinkedBlockingQueue<>();
    private final RunState state = new RunState();

    @Test
    void aNoTakesTheYesBackBeforeItIsSent() {
        conduct(false, this::saysYes);
        assertThat(told).isEmpty();
    }

    private void saysYes(Consumer<RunEvent> says) {
        approved(says);
        assertThat(Questions.next(questions.asked)).contains("gate G3: yes counted; " + BACK);
        questions.replies.add(new Reply.Line("what"));
        assertThat(Questions.next(questions.asked)).contains(BACK);
        questions.replies.add(new Reply.Line("No"));
        assertThat(Questions.next(told)).isEqualTo(answer("n"));
        assertThat(questions.drawn.toString()).contains("only no is an answer now");
    }

    @Test
    void theQuestionGoesOnceItIsSentAndWhatStoodInItIsAnswered() {
        conduct(
                false,
                says -> {
                    approved(says);
                    Questions.next(questions.asked);
                    questions.typing = "no";
                    says.accept(sent());
                    Questions.next(questions.takenBack);
                });
        await().untilAsserted(() ->
                assertThat(questions.drawn.toString())
                        .contains("Gate G3 was decided before your no", "blackstart abort"));
        assertThat(told).isEmpty();
    }

    @Test
    void theNextGateIsAskedInsteadAndTakesNothingThatWasTypedBefore() {
        conduct(
                false,
                says -> {
                    approved(says);
                    Questions.next(questions.asked);
                    questions.typing = "n";
                    says.accept(new RunEvent.GateOpened(SampleGates.disrupt()));
                    Questions.next(questions.takenBack);
                    assertThat(Questions.next(questions.asked)).contains("gate>");
                    assertThat(told).isEmpty();
                    questions.replies.add(new Reply.Line("later"));
                    Questions.next(told);
                });
    }

    @Test
    void whoMerelyWatchesIsNotAsked() {
        conduct(
                true,
                says -> {
                    says.accept(new RunEvent.RunResumed(new Person("bo")));
                    says.accept(new RunEvent.GateOpened(GATE));
                    await().untilAsserted(() ->
                            assertThat(questions.drawn.toString())
                                    .contains("bo answers this; you watch."));
                    says.accept(yes(new Person("bo")));
                    says.accept(new RunEvent.WheelTaken(ANNA));
                    assertThat(Questions.next(questions.asked)).contains(BACK);
                });
    }

    private void approved(Consumer<RunEvent> says) {
        says.accept(new RunEvent.RunResumed(ANNA));
        says.accept(new RunEvent.GateOpened(GATE));
        Questions.next(questions.asked);
        questions.replies.add(new Reply.Line("y"));
        assertThat(Questions.next(told)).isEqualTo(answer("y"));
        says.accept(yes(ANNA));
    }

    private static RunEvent yes(Person by) {
        return new RunEvent.GateAnswered(
                GATE.id(), GATE.digest(), "y", "", "", by, Optional.empty());
    }

    private static RunEvent sent() {
        ActionKey action = new ActionKey(GATE.step(), GATE.targets().getFirst(), 1);
        return new RunEvent.Dispatched(action, Purpose.ACT, "ab", GATE.digest(), GATE.id());
    }

    private static OperatorCommand answer(String choice) {
        return new OperatorCommand.Answer(GATE.id(), GATE.digest(), choice, "", "", ANNA);
    }

    private void conduct(boolean following, Consumer<Consumer<RunEvent>> played) {
        Surroundings surroundings = new Terminal(Path.of("/"), true, "").surroundings();
        Screen screen = new Screen(questions, Look.PLAIN, "");
        Path here = Path.of("/");
        Places places = new Places(here, here, here, here, Optional.empty(), Optional.empty());
        Answerer asks = new Asked(screen);
        Conduct conduct =
                new Conduct(
                        surroundings,
                        screen,
                        false,
                        new Reports(surroundings, Fakes.ports().journals(), places),
                        new Plan(SampleRun.runbook(), Inventory.EMPTY, Map.of(), Mode.LIVE),
                        following
                                ? new Watching(
                                        asks,
                                        screen,
                                        surroundings.clock(),
                                        ANNA,
                                        () -> state.wheel().holder(),
                                        Optional.empty(),
                                        "leaves and changes nothing")
                                : asks,
                        new Pictures(),
                        following);
        Operations.Audience audience = conduct.audience();
        conduct.carry(new Scene(RUN, () -> played.accept(it -> says(audience, it)), told));
    }

    private void says(Operations.Audience audience, RunEvent event) {
        Recorded recorded = new Recorded(RUN, state.sequence() + 1, SampleGates.NOW, "hash", event);
        state.apply(recorded);
        audience.watcher().recorded(recorded, state);
    }

    /// Takes a line as an answer, and second thoughts as a person at a terminal has them.
    private record Asked(Screen screen) implements Answerer {
        @Override
        public OperatorCommand answer(Gate gate) {
            return screen.ask("gate>", "") instanceof Reply.Line line
                    ? SecondThoughtTest.answer(line.text())
                    : new OperatorCommand.Leave("the terminal was closed");
        }

        @Override
        public Optional<OperatorCommand> takeBack(Gate gate, BooleanSupplier over) {
            return new SecondThought(screen, ANNA, gate).before(over);
        }
    }
}
