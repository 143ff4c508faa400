package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gates fail closed, and an approval is bound to what was shown.
class GatesTest {
    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            hypotheses:
              worn_out:
                says: It is worn out.
                confirmed_by: [ any(broken) ]
                refuted_by: [ none(broken) ]
                do_not: Do not kick it.
            steps:
              - check: look
                on: a
                run: date >> "$HOME/looks"; cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"' }
              - action: reboot
                title: Restart it
                on: a
                when: any(broken)
                requires: worn_out
                risk: RISK
                run: echo done >> "$HOME/effects"
                timeout: 20s
            """;

    @TempDir Path folder;

    private Rig rig(String risk) throws Exception {
        Rig rig = new Rig(folder, RUNBOOK.replace("RISK", risk));
        Files.writeString(rig.hosts.home("a").resolve("state"), "broken\n");
        return rig;
    }

    @Test
    void showsWhatWillRunWhereAndWhy() throws Exception {
        try (Rig rig = rig("disrupt").answer("reboot", "y a")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            Gate gate = rig.gates.getFirst();
            assertThat(gate.commands().getFirst().text())
                    .isEqualTo("echo done >> \"$HOME/effects\"");
            assertThat(gate.licenses().getFirst().value()).isEqualTo("true");
            assertThat(gate.cautions()).containsExactly("Do not kick it.");
            assertThat(gate.fallback()).isEqualTo("n");
        }
    }

    @Test
    void evidenceIsTakenAgainAfterTheYesAndBeforeTheSending() throws Exception {
        try (Rig rig = rig("mutate").answer("reboot", "y")) {
            rig.open();
            assertThat(Files.readAllLines(rig.hosts.home("a").resolve("looks"))).hasSize(2);
            List<RunEvent> events = rig.events();
            int answered = indexOf(events, RunEvent.GateAnswered.class);
            int lookedAgain = lastIndexOf(events, RunEvent.Observed.class);
            int dispatched = indexOf(events, RunEvent.Dispatched.class);
            assertThat(lookedAgain).isBetween(answered, dispatched);
        }
    }

    @Test
    void anApprovalIsVoidWhenTheEvidenceHasChangedSince() throws Exception {
        try (Rig rig = rig("mutate").answer("reboot", "y")) {
            rig.onGate(gate -> Files.writeString(rig.hosts.home("a").resolve("state"), "fine\n"));
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.events()).anyMatch(RunEvent.GateVoided.class::isInstance);
        }
    }

    @Test
    void aDisruptionWantsTheTargetsName() throws Exception {
        try (Rig rig = rig("disrupt").answer("reboot", "y b")) {
            rig.leaveWhenRefused();
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.refusals)
                    .containsExactly(
                            "`a` was asked for and something else was typed; nothing was sent.");
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void somethingIrreversibleWantsASecondPerson() throws Exception {
        try (Rig rig = rig("irreversible").answer("reboot", "y a")) {
            rig.tellAfterFirstAnswer(new OperatorCommand.Leave("nobody else is here"));
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void noStopsTheRun() throws Exception {
        try (Rig rig = rig("mutate").answer("reboot", "n")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void skippingIsAPersonsChoice() throws Exception {
        try (Rig rig = rig("mutate").answer("reboot", "s")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.state().settled(new StepId("reboot")).orElseThrow().outcome())
                    .isEqualTo(StepOutcome.SKIPPED);
        }
    }

    @Test
    void leavingAnswersNothingAndResumingAsksAgain() throws Exception {
        try (Rig rig = rig("mutate")) {
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            rig.answer("reboot", "y");
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates).hasSize(2);
            assertThat(rig.effects("a")).containsExactly("done");
        }
    }

    private static int indexOf(List<RunEvent> events, Class<?> kind) {
        return IntStream.range(0, events.size())
                .filter(i -> kind.isInstance(events.get(i)))
                .findFirst()
                .orElseThrow();
    }

    private static int lastIndexOf(List<RunEvent> events, Class<?> kind) {
        return IntStream.range(0, events.size())
                .filter(i -> kind.isInstance(events.get(i)))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
