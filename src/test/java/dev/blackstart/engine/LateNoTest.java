package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Request;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A no after the yes, second answers, and what becomes of answers that do not count.
class LateNoTest extends EngineCase {
    private static final Person ANNA = new Person("anna");

    private static final String ACT =
            """
              - action: act
                on: a
                risk: mutate
                requires: any(broken) || none(broken)
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    /// The evidence that licenses it takes a while, also after the yes.
    private static final String SLOWLY =
            """
              - check: look
                on: a
                run: sleep 2; cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"' }
            """;

    private Rig acting(String... answers) throws Exception {
        return rig("steps:\n" + SLOWLY + ACT).answer("act", answers);
    }

    private static OperatorCommand.Answer no(Gate gate, String by) {
        return new OperatorCommand.Answer(gate.id(), gate.digest(), "n", "", "", new Person(by));
    }

    private static List<String> voided(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.GateVoided.class::isInstance)
                .map(event -> ((RunEvent.GateVoided) event).reason())
                .toList();
    }

    private static List<String> notes(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.Noted.class::isInstance)
                .map(event -> ((RunEvent.Noted) event).text())
                .toList();
    }

    @Test
    void aNoBeforeItIsSentVoidsTheApprovalAndItIsAskedAnew() throws Exception {
        try (Rig rig = acting("y", "n")) {
            rig.on(
                    RunEvent.GateAnswered.class,
                    1,
                    () -> rig.tell(no(rig.gates.getFirst(), "anna")));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(voided(rig)).containsExactly("denied by anna; step not sent");
            assertThat(rig.gates).hasSize(2);
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void soDoesOneThatComesFromAnotherTerminal() throws Exception {
        try (Rig rig = acting("y", "n")) {
            rig.on(
                    RunEvent.GateAnswered.class,
                    1,
                    () -> post(rig, no(rig.gates.getFirst(), "anna")));
            within(rig, 60);
            assertThat(voided(rig)).containsExactly("denied by anna; step not sent");
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    private static void post(Rig rig, OperatorCommand command) {
        Request request = Posted.of(command).orElseThrow();
        try {
            rig.journal.request(rig.id, request);
        } catch (dev.blackstart.journal.JournalException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoMayNotSayYesMayNotSayNoAndThatIsInTheJournal() throws Exception {
        try (Rig rig = acting("y", "n")) {
            rig.on(RunEvent.GateAnswered.class, 1, () -> post(rig, no(rig.gates.getFirst(), "cy")));
            within(rig, 60);
            assertThat(voided(rig)).isEmpty();
            assertThat(notes(rig))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "cy answered gate G1, which did not count: Gate G1 was answered with `y` by anna at")
                    .contains("; anna answers the gates");
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void aNoThatComesAfterTheSendingHearsWhoseAnswerCountedAndWhatStopsTheRest() throws Exception {
        try (Rig rig = acting("y")) {
            rig.on(RunEvent.Sent.class, 1, () -> rig.tell(no(rig.gates.getFirst(), "anna")));
            within(rig, 60);
            assertThat(rig.refusals)
                    .singleElement()
                    .asString()
                    .matches(
                            "Gate G1 was answered with `y` by you at [0-9:]{8} UTC and sent at"
                                    + " [0-9:]{8} UTC, too late for a no: what is at work is left to"
                                    + " end, and `blackstart abort` sends nothing more\\.");
        }
    }

    @Test
    void aSecondAnswerHearsOfTheFirstAndIsInTheJournal() throws Exception {
        try (Rig rig = acting("y")) {
            rig.on(
                    RunEvent.Sent.class,
                    1,
                    () -> {
                        Gate gate = rig.gates.getFirst();
                        rig.tell(
                                new OperatorCommand.Answer(
                                        gate.id(), gate.digest(), "y", "", "", ANNA));
                    });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.refusals)
                    .singleElement()
                    .asString()
                    .matches(
                            "Gate G1 was answered with `y` by you at [0-9:]{8} UTC; nothing was"
                                    + " changed by this answer\\.");
            assertThat(notes(rig))
                    .containsExactly(
                            "anna answered gate G1, which did not count: "
                                    + rig.refusals.getFirst());
        }
    }
}
