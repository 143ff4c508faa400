package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The conductor at the menu after a failure: each choice leads to its fact once, also when the
/// tool was stopped between the answer and what follows.
class FailureFlowTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                run: 'true'
                findings: { seen: exit == 0 }
              - action: repair
                on: nodes
                requires: any(seen)
                risk: mutate
                run: repair
              - action: after
                on: nodes
                requires: any(seen)
                risk: mutate
                run: after
            """;

    /// Everything succeeds but `repair` on b.
    private static ScriptedRun atTheMenu() {
        ScriptedRun run =
                new ScriptedRun(
                        YAML, it -> !(it.host().value().equals("b") && it.text().equals("repair")));
        run.goOn();
        run.answer("y", "").goOn();
        assertThat(run.gate().kind()).isEqualTo(Gate.Kind.DECISION);
        return run;
    }

    private static long count(ScriptedRun run, Class<? extends RunEvent> kind) {
        return run.events.stream().filter(it -> kind.isInstance(it.event())).count();
    }

    private static List<String> sentTo(ScriptedRun run, String step) {
        return run.sent.stream()
                .map(Directive.Act::action)
                .filter(action -> action.step().value().equals(step))
                .map(action -> action.host().value())
                .toList();
    }

    @Test
    void retryAsksForApprovalOfTheFailedHostAlone() {
        ScriptedRun run = atTheMenu();
        run.answer("retry", "").goOn();
        assertThat(run.gate().kind()).isEqualTo(Gate.Kind.APPROVAL);
        assertThat(run.gate().targets()).hasToString("[b]");
        assertThat(sentTo(run, "repair")).containsExactly("a", "b", "c");
    }

    @Test
    void skipHostSettlesTheStepWithoutItAndTheNextAsksForItAgain() {
        ScriptedRun run = atTheMenu();
        run.answer("skip_host", "").restarted().goOn();
        assertThat(count(run, RunEvent.HostSkipped.class)).isOne();
        assertThat(run.state.settled(new StepId("repair")).orElseThrow().outcome())
                .isEqualTo(StepOutcome.SUCCEEDED);
        assertThat(run.gate().targets()).hasToString("[a, b, c]");
    }

    @Test
    void excludeHostKeepsItOutOfTargetsAndEvidence() {
        ScriptedRun run = atTheMenu();
        int before = run.asked.size();
        run.answer("exclude_host", "b").restarted().goOn();
        assertThat(count(run, RunEvent.HostExcluded.class)).isOne();
        assertThat(run.gate().targets()).hasToString("[a, c]");
        assertThat(run.asked.subList(before, run.asked.size()))
                .extracting(look -> look.host().value())
                .contains("a", "c")
                .doesNotContain("b");
        run.answer("y", "").goOn();
        assertThat(sentTo(run, "after")).containsExactly("a", "c");
    }

    @Test
    void amendAsksForTheNewTextAndSendsThatAlone() {
        ScriptedRun run = atTheMenu();
        run.answer("amend", "repair --force").restarted().goOn();
        assertThat(count(run, RunEvent.Amended.class)).isOne();
        Gate gate = run.gate();
        assertThat(gate.kind()).isEqualTo(Gate.Kind.APPROVAL);
        assertThat(gate.targets()).hasToString("[b]");
        assertThat(gate.commands()).extracting(Prepared::text).containsExactly("repair --force");
        run.answer("y", "").goOn();
        assertThat(run.sent.getLast().prepared().text()).isEqualTo("repair --force");
        assertThat(run.sent.getLast().digest()).isEqualTo(Digests.of(gate.commands().getFirst()));
        assertThat(run.gate().step()).hasToString("after");
        assertThat(run.gate().amendments()).isEmpty();
    }

    @Test
    void inspectIsDirectedOnceAndWaitedFor() {
        ScriptedRun run = atTheMenu();
        Gate menu = run.gate();
        List<Directive> directives = run.answer("inspect", "df -h").goOn();
        assertThat(directives).hasSize(1);
        Directive.Inspect inspect = (Directive.Inspect) directives.getFirst();
        assertThat(inspect.prepared().text()).isEqualTo("df -h");
        assertThat(inspect.prepared().sudo()).isFalse();
        run.add(
                new RunEvent.InspectionStarted(
                        menu.id(), menu.step(), inspect.prepared().host(), "df -h", inspect.by()));
        assertThat(run.goOn()).isEmpty();
        assertThat(
                        GateRules.refusal(
                                run.state,
                                menu.id(),
                                menu.digest(),
                                "retry",
                                "",
                                "",
                                new Person("ben"),
                                menu.expires().minusSeconds(1)))
                .contains("The command on b has not ended yet; answer once it has.");
        run.add(
                new RunEvent.Inspected(
                        menu.id(),
                        menu.step(),
                        inspect.prepared().host(),
                        ScriptedRun.seen(Map.of())));
        run.goOn();
        assertThat(run.gate().id()).isEqualTo(menu.id());
        assertThat(count(run, RunEvent.GateOpened.class)).isEqualTo(2);
        assertThat(run.answer("inspect", "df -i").goOn())
                .singleElement()
                .isInstanceOfSatisfying(
                        Directive.Inspect.class,
                        next -> assertThat(next.prepared().text()).isEqualTo("df -i"));
    }

    @Test
    void anInspectionThatWasNotSentBeforeARestartIsNotSentAfterIt() {
        ScriptedRun run = atTheMenu();
        assertThat(run.answer("inspect", "rm -rf /tmp/x").restarted().goOn())
                .noneMatch(Directive.Inspect.class::isInstance);
        assertThat(run.gate().kind()).isEqualTo(Gate.Kind.DECISION);
    }

    @Test
    void whatWasSeenBeforeAnInspectionLicensesNothing() {
        ScriptedRun run = atTheMenu();
        Gate menu = run.gate();
        Directive.Inspect inspect =
                (Directive.Inspect) run.answer("inspect", "df").goOn().getFirst();
        run.add(
                new RunEvent.InspectionStarted(
                        menu.id(), menu.step(), inspect.prepared().host(), "df", inspect.by()));
        run.restarted().goOn();
        int before = run.asked.size();
        run.answer("retry", "").goOn();
        assertThat(run.asked.subList(before, run.asked.size()))
                .extracting(look -> look.host().value())
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void stopEndsTheRunAndSkipTheStep() {
        ScriptedRun stopped = atTheMenu();
        stopped.answer("stop", "").goOn();
        assertThat(stopped.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.STOPPED);
        ScriptedRun skipped = atTheMenu();
        skipped.answer("skip", "").goOn();
        assertThat(skipped.state.settled(new StepId("repair")).orElseThrow().outcome())
                .isEqualTo(StepOutcome.FAILED);
        assertThat(skipped.gate().step()).hasToString("after");
    }
}
