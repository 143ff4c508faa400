package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A prompt goes away at once when somebody else answers the gates from then on.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HandsTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);
    private static final Gate GATE = SampleGates.mutate();
    private static final Person ANNA = new Person("anna");
    private static final Person BO = new Person("bo");

    private final Questions questions = new Questions();
    private final BlockingQueue<OperatorCommand> told = new LinkedBlockingQueue<>();
    private final RunState state = new RunState();

    @Test
    void anAttachedTerminalIsNotAskedAnyMoreOnceTheRunWasTakenOver() {
        conduct(
                true,
                audience -> {
                    says(audience, new RunEvent.GateOpened(GATE));
                    Questions.next(questions.asked);
                    says(audience, new RunEvent.RunResumed(BO));
                    Questions.next(questions.takenBack);
                });
        assertThat(told).isEmpty();
    }

    @Test
    void whoHandedOverIsNotAskedAnyMoreUntilItIsTheirsAgain() {
        conduct(
                false,
                audience -> {
                    says(audience, new RunEvent.RunResumed(ANNA));
                    says(audience, new RunEvent.GateOpened(GATE));
                    Questions.next(questions.asked);
                    says(audience, new RunEvent.WheelTaken(BO));
                    Questions.next(questions.takenBack);
                    assertThat(questions.asked).isEmpty();
                    await().untilAsserted(() ->
                            assertThat(questions.drawn.toString())
                                    .contains(
                                            "bo answers this; you watch. Ctrl-C pauses the run."));
                    says(audience, new RunEvent.WheelTaken(ANNA));
                    Questions.next(questions.asked);
                    questions.replies.add(new Reply.Line("y"));
                    assertThat(Questions.next(told)).isEqualTo(answer(new Reply.Line("y")));
                });
        assertThat(told).isEmpty();
    }

    @Test
    void whoHandedOverSeesTheNextGateAndIsNotAskedThere() {
        conduct(
                false,
                audience -> {
                    says(audience, new RunEvent.RunResumed(ANNA));
                    says(audience, new RunEvent.WheelTaken(BO));
                    says(audience, new RunEvent.GateOpened(GATE));
                    await().untilAsserted(() ->
                            assertThat(questions.drawn.toString())
                                    .contains("gate G3", "bo answers this; you watch."));
                });
        assertThat(questions.asked).isEmpty();
    }

    private void says(Operations.Audience audience, RunEvent event) {
        Recorded recorded = new Recorded(RUN, state.sequence() + 1, SampleGates.NOW, "hash", event);
        state.apply(recorded);
        audience.watcher().recorded(recorded, state);
    }

    private void conduct(boolean following, Played played) {
        Surroundings surroundings = new Terminal(Path.of("/"), true, "").surroundings();
        Screen screen = new Screen(questions, Look.PLAIN, "");
        Path here = Path.of("/");
        Places places = new Places(here, here, here, here, Optional.empty(), Optional.empty());
        Conduct conduct =
                new Conduct(
                        surroundings,
                        screen,
                        false,
                        new Reports(surroundings, Fakes.ports().journals(), places),
                        new Plan(SampleRun.runbook(), Inventory.EMPTY, Map.of(), Mode.LIVE),
                        gate -> answer(screen.ask("gate>", "")),
                        new Pictures(),
                        following);
        Operations.Audience audience = conduct.audience();
        conduct.carry(new Scene(RUN, () -> played.play(audience), told));
    }

    private static OperatorCommand answer(Reply reply) {
        return reply instanceof Reply.Line line
                ? new OperatorCommand.Answer(GATE.id(), GATE.digest(), line.text(), "", "", ANNA)
                : new OperatorCommand.Leave("the terminal was closed");
    }

    private interface Played {
        void play(Operations.Audience audience);
    }
}
