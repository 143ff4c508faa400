package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The process is killed after each event of a run, and another one takes it up: what it does
/// first.
class RestartTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                run: look
                findings: { fine: exit == 0 }
              - action: first
                on: nodes
                where: "!host.fine"
                risk: mutate
                run: first
                timeout: 20s
                verify: { check: look, that: host.fine, within: 60s, every: 2s }
              - action: second
                on: nodes
                risk: mutate
                run: second
                timeout: 20s
            """;

    private final Plan plan = PureRun.plan(PureRun.runbook(YAML), 2, false);
    private List<Recorded> whole = List.of();

    @BeforeEach
    void run() {
        SickHosts hosts = new SickHosts();
        hosts.policy = gate -> Optional.of("y");
        whole = new PureRun(plan, hosts).go().events;
        assertThat(whole.getLast().event())
                .isInstanceOfSatisfying(
                        RunEvent.Closed.class,
                        closed -> assertThat(closed.verdict()).isEqualTo(Verdict.RECOVERED));
    }

    /// The state after the first events and another process's taking up.
    private RunState taken(int events) {
        List<Recorded> known = new ArrayList<>(whole.subList(0, events));
        Recorded last = known.getLast();
        known.add(
                new Recorded(
                        last.run(),
                        last.sequence() + 1,
                        last.at(),
                        "",
                        new RunEvent.RunResumed(new Person("bo"))));
        return RunState.fold(known);
    }

    private List<Directive> first(RunState state) {
        return new Conductor(plan).next(state, state.last().orElseThrow().at());
    }

    /// How many events there are when the nth of a kind has come.
    private int after(Class<? extends RunEvent> kind, int number) {
        return IntStream.range(0, whole.size())
                        .filter(i -> kind.isInstance(whole.get(i).event()))
                        .skip(number - 1L)
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    @Test
    void nothingIsEverSentBeforeAPersonIsAskedAgain() {
        for (int events = 1; events < whole.size(); events++) {
            assertThat(first(taken(events)))
                    .as("killed after " + whole.get(events - 1).event())
                    .isNotEmpty()
                    .noneMatch(Directive.Act.class::isInstance);
        }
    }

    @Test
    void aCheckThatWasUnderWayIsRepeated() {
        assertThat(first(taken(after(RunEvent.ObservationStarted.class, 2))))
                .anyMatch(directive ->
                        directive instanceof Directive.Observe look
                                && look.step().equals(new StepId("look")));
    }

    @Test
    void anOpenGateAndAnApprovalThatWasNotUsedAreAskedAgain() {
        for (var kind : List.of(RunEvent.GateOpened.class, RunEvent.GateAnswered.class)) {
            RunState state = taken(after(kind, 1));
            assertThat(state.gates().open()).isEmpty();
            assertThat(state.gates().answers()).isEmpty();
        }
    }

    @Test
    void whatWasDecidedToSendIsLookedForOnItsHost() {
        for (var kind : List.of(RunEvent.Dispatched.class, RunEvent.Sent.class)) {
            RunState state = taken(after(kind, 1));
            assertThat(state.actions().unknown()).hasSize(1);
            assertThat(first(state))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Directive.ReadReceipt.class,
                            read ->
                                    assertThat(read.action())
                                            .isEqualTo(
                                                    state.actions()
                                                            .unknown()
                                                            .getFirst()
                                                            .intent()
                                                            .action()));
        }
    }

    @Test
    void whatHadEndedStaysAsItEnded() {
        RunState state = taken(after(RunEvent.StepSettled.class, 2));
        assertThat(state.settled()).containsKey(new StepId("first"));
        assertThat(state.actions().unknown()).isEmpty();
        assertThat(state.actions().all()).allMatch(ActionProgress::succeeded);
    }

    @Test
    void aRunThatIsClosedHasNothingLeftToDo() {
        assertThat(new Conductor(plan).next(RunState.fold(whole), whole.getLast().at())).isEmpty();
    }
}
