package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// An action that prints nothing for half of its time limit.
class HungActionTest extends EngineCase {
    private static final String RUNBOOK =
            """
            steps:
              - action: restart
                on: a
                risk: mutate
                run: printf 'Proceed [y/N] '; sleep SECONDS; echo done >> "$HOME/effects"
                timeout: 16s
            """;

    private Rig hung(String seconds) throws Exception {
        return rig(RUNBOOK.replace("SECONDS", seconds)).answer("restart", "y");
    }

    private static Gate work(Rig rig) {
        return rig.gates.stream()
                .filter(it -> it.kind() == Gate.Kind.WORK)
                .findFirst()
                .orElseThrow();
    }

    private static ActionProgress progress(Rig rig) throws Exception {
        return rig.state().actions().all().iterator().next();
    }

    @Test
    void itsPromptIsNamedAndTheHostStopsItWhenAPersonSaysSo() throws Exception {
        try (Rig rig = hung("60").answer("restart", "stop_it").answer("restart", "stop")) {
            within(rig, 60);
            assertThat(work(rig).why()).contains("looks like a prompt: \"Proceed [y/N]\"");
            assertThat(work(rig).fallback()).isEqualTo("wait");
            assertThat(progress(rig).outcome().orElseThrow())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.how()).startsWith("stopped, as was asked for: "));
            assertThat(rig.hosts.home("a").resolve("effects")).doesNotExist();
        }
    }

    /// It is asked about after 20 seconds, and has as many left, also on a busy machine.
    @Test
    void aPersonMayLeaveItRunningAndItIsUnknown() throws Exception {
        Rig slow = rig(RUNBOOK.replace("SECONDS", "60").replace("16s", "40s"));
        try (Rig rig = slow.answer("restart", "y", "leave_it", "stop")) {
            within(rig, 120);
            assertThat(progress(rig).outcome().orElseThrow()).isInstanceOf(Outcome.Unknown.class);
            assertThat(rig.state().departures().excluded()).hasSize(1);
        }
    }

    @Test
    void whatEndsByItselfClosesTheQuestion() throws Exception {
        try (Rig rig = hung("0; until [ -f \"$HOME/asked\" ]; do sleep 0.1; done")) {
            rig.on(
                    RunEvent.GateOpened.class,
                    2,
                    () -> Files.createFile(rig.hosts.home("a").resolve("asked")));
            within(rig, 60);
            assertThat(progress(rig).succeeded()).isTrue();
            assertThat(
                            rig.events().stream()
                                    .filter(RunEvent.GateVoided.class::isInstance)
                                    .map(it -> ((RunEvent.GateVoided) it).reason()))
                    .containsExactly("what it asks about has ended");
        }
    }

    /// What the other hosts say is no evidence of how it stands on one that was left out.
    @Test
    void anUndoThatWasLeftRunningIsNotProvenByTheOtherHosts() throws Exception {
        String yaml =
                """
                steps:
                  - check: look
                    on: nodes
                    run: cat "$HOME/effects" 2>/dev/null || echo none
                    timeout: 10s
                    findings: { lent: 'lines[0] == "lent"' }
                  - action: lend
                    on: a
                    risk: mutate
                    run: echo lent > "$HOME/effects"; exit 1
                    timeout: 16s
                    undo:
                      run: printf 'Proceed [y/N] '; until [ -f "$HOME/left" ]; do sleep 0.1; done
                    loan: { due: 24h, repaid_when: "none(lent)", capture: { run: 'cat "$HOME/effects"' } }
                """;
        try (Rig rig = rig(yaml).answer("lend", "y", "undo", "y", "leave_it", "silence", "undo")) {
            Files.writeString(rig.hosts.home("a").resolve("effects"), "theirs");
            rig.on(
                    RunEvent.HostExcluded.class,
                    1,
                    () -> Files.createFile(rig.hosts.home("a").resolve("left")));
            rig.on(RunEvent.Resolved.class, 1, () -> rig.ask(rig.gates.getLast()));
            within(rig, 60);
            assertThat(rig.events()).noneMatch(RunEvent.LoanRepaid.class::isInstance);
            assertThat(rig.state().loans().open()).hasSize(1);
        }
    }
}
