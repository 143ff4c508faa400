package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A runbook whose command was wrong is changed in the middle of its run.
class AmendRunbookTest extends EngineCase {
    private static final String TWO =
            """
            steps:
              - action: first
                on: a
                risk: mutate
                run: echo first >> "$HOME/effects"
                timeout: 20s
              - action: second
                on: a
                risk: mutate
                run: ehco second >> "$HOME/effects"
                timeout: 20s
            """;

    private static final String RIGHT = HEAD + TWO.replace("ehco", "echo");

    /// The first step is done, the second failed and its menu stands open.
    private Rig failed() throws Exception {
        Rig rig = rig(TWO).answer("first", "y").answer("second", "y");
        assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
        return rig;
    }

    private static Runs.Start amend(Rig rig, String yaml, String... steps) throws Exception {
        Plan old = rig.plan;
        return rig.runs()
                .amend(
                        rig.id,
                        new Plan(Rig.runbook(yaml), old.inventory(), old.parameters(), old.mode()),
                        Map.of(),
                        new Person("anna"),
                        Set.of(),
                        new RunAmendment(
                                Map.of("runbook/runbook.yaml", yaml),
                                Arrays.stream(steps).map(StepId::new).toList(),
                                List.of("-old", "+new")));
    }

    @Test
    void theRestOfTheRunGoesByTheNewTextAfterANewApproval() throws Exception {
        try (Rig rig = failed()) {
            rig.answer("second", "retry", "y");
            RunEnd end = rig.carryOn(amend(rig, RIGHT, "second"));
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("first", "second");
            Gate asked = rig.gates.getLast();
            assertThat(asked.kind()).isEqualTo(Gate.Kind.APPROVAL);
            assertThat(asked.commands().getFirst().text()).startsWith("echo second");
            assertThat(rig.events())
                    .filteredOn(RunEvent.RunbookAmended.class::isInstance)
                    .singleElement()
                    .satisfies(event ->
                            assertThat(((RunEvent.RunbookAmended) event).difference())
                                    .contains("+new"));
            assertThat(rig.state().takingUps().blobs()).containsKey("runbook/runbook.yaml");
        }
    }

    @Test
    void aStepThatIsDoneKeepsItsText() throws Exception {
        try (Rig rig = failed()) {
            assertThat(amend(rig, RIGHT, "first"))
                    .isEqualTo(
                            new Runs.Start.NothingOwed(
                                    "first is done (succeeded); only steps that are not done can be"
                                            + " amended."));
            assertThat(rig.events()).noneMatch(RunEvent.RunbookAmended.class::isInstance);
        }
    }

    @Test
    void aStepOfWhichAnOutcomeIsUnknownIsFoundOutAboutFirst() throws Exception {
        try (Rig rig = rig(TWO).answer("first", "y")) {
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            Runs.Start start = amend(rig, RIGHT, "first");
            assertThat(start).isInstanceOf(Runs.Start.NothingOwed.class);
            assertThat(start.toString()).contains("blackstart reconcile finds out");
        }
    }

    @Test
    void anApprovalOfTheOldTextIsVoid() throws Exception {
        try (Rig rig = rig(TWO).answer("first", "y").answer("second", "y")) {
            rig.on(
                    RunEvent.GateAnswered.class,
                    2,
                    () -> rig.tell(new OperatorCommand.Leave("left")));
            rig.on(RunEvent.GateAnswered.class, 2, () -> rig.hosts.unreachable("a"));
            rig.open();
            rig.hosts.reachable("a");
            int asked = rig.gates.size();
            rig.answer("second", "retry", "y", "y");
            rig.carryOn(amend(rig, RIGHT, "second"));
            assertThat(rig.gates).hasSizeGreaterThan(asked);
            assertThat(rig.effects("a")).containsExactly("first", "second");
        }
    }

    @Test
    void whatWasAmendedForOneHostGivesWayToTheNewTextAndIsRemembered() throws Exception {
        try (Rig rig = rig(TWO).answer("first", "y").answer("second", "y", "amend a false")) {
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            rig.answer("second", "retry", "y");
            RunEnd end = rig.carryOn(amend(rig, RIGHT, "second"));
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("first", "second");
            assertThat(rig.state().amendments().all()).hasSize(1);
        }
    }
}
