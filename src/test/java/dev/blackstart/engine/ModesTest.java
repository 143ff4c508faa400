package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Diagnosis and rehearsal look for real and never act.
class ModesTest {
    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            hypotheses:
              worn_out:
                says: It is worn out.
                confirmed_by: [ any(broken) ]
                refuted_by: [ none(broken) ]
            steps:
              - check: look
                on: nodes
                run: cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"' }
              - action: repair
                on: nodes
                requires: worn_out
                risk: mutate
                run: echo done >> "$HOME/effects"
                timeout: 20s
              - manual: tell
                instructions: Tell people.
            """;

    @TempDir Path folder;

    private Rig rig(Mode mode) throws Exception {
        Rig rig = new Rig(folder, RUNBOOK, mode);
        for (String host : new String[] {"a", "b", "c"}) {
            Files.writeString(rig.hosts.home(host).resolve("state"), "broken\n");
        }
        return rig;
    }

    @Test
    void aRehearsalShowsTheGateAndSendsNothing() throws Exception {
        try (Rig rig = rig(Mode.REHEARSAL)) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.DIAGNOSED));
            assertThat(rig.gates).isEmpty();
            assertThat(rig.state().rehearsed()).hasSize(1);
            assertThat(rig.state().rehearsed().getFirst().commands()).hasSize(3);
            assertThat(rig.events()).noneMatch(RunEvent.Dispatched.class::isInstance);
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void aRehearsalAsksWhetherHostsHaveWhatStepsNeed() throws Exception {
        String needy =
                RUNBOOK.replace("    risk:", "    needs: [ cat, no-such-command ]\n    risk:");
        try (Rig rig = new Rig(folder, needy, Mode.REHEARSAL)) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .contains("a lacks no-such-command, which repair needs");
        }
    }

    @Test
    void theNeedsOfTheWholeRunbookAreAskedOfTheHostsOfTheStepsThatUseThem() throws Exception {
        String needy =
                RUNBOOK.replace("steps:", "needs: [ no-such-command|cat, gone|lost ]\nsteps:")
                        .replace("run: echo", "run: gone; echo");
        try (Rig rig = new Rig(folder, needy, Mode.REHEARSAL)) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .contains("a lacks gone or lost, which repair needs");
        }
    }

    @Test
    void whatWasNeverRunIsSaidWhereItIsAgreedTo() throws Exception {
        String label = "    not_run_here: k3s; there was none.\n    risk:";
        try (Rig rig = new Rig(folder, RUNBOOK.replace("    risk:", label), Mode.REHEARSAL)) {
            Files.writeString(rig.hosts.home("a").resolve("state"), "broken\n");
            rig.open();
            assertThat(rig.state().rehearsed().getFirst().cautions())
                    .contains("Not run here: k3s; there was none.");
        }
    }

    @Test
    void aDiagnosisEndsWhereTheFirstActionWouldBegin() throws Exception {
        try (Rig rig = rig(Mode.DIAGNOSIS)) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.DIAGNOSED));
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void aDiagnosisWithoutAnAnswerIsUndecidedAndNamesWhoIsSilent() throws Exception {
        String plain =
                RUNBOOK.replaceAll("(?s)hypotheses:.*steps:", "steps:")
                        .replace("requires: worn_out", "requires: any(broken)");
        try (Rig rig = new Rig(folder, plain, Mode.DIAGNOSIS)) {
            rig.hosts.unreachable("b");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.UNDECIDED));
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .containsExactly("look: no answer from b");
        }
    }

    @Test
    void aDiagnosisThatDecidesNothingIsUndecided() throws Exception {
        try (Rig rig = rig(Mode.DIAGNOSIS)) {
            for (String host : new String[] {"a", "b", "c"}) {
                rig.hosts.unreachable(host);
            }
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.UNDECIDED));
        }
    }
}
