package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Steps that people do: `ask`, `manual`; and `wait`.
class PeopleTest {
    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            steps:
              - ask: lamp
                question: Is the lamp green?
                answers: [ "yes", "no" ]
                finding: lamp_green
              - check: look
                on: a
                run: cat "$HOME/state"
                timeout: 10s
                findings: { ready: 'lines[0] == "ready"' }
              - wait: until_ready
                check: look
                until: all(ready)
                every: 100ms
                within: WITHIN
              - action: go
                on: a
                when: lamp_green
                risk: mutate
                run: echo went >> "$HOME/effects"
                timeout: 20s
              - manual: tell
                instructions: Tell people.
            """;

    @TempDir Path folder;

    private Rig rig(String state, String within) throws Exception {
        Rig rig = new Rig(folder, RUNBOOK.replace("WITHIN", within));
        Files.writeString(rig.hosts.home("a").resolve("state"), state);
        return rig;
    }

    @Test
    void anAnswerIsAFinding() throws Exception {
        try (Rig rig = rig("ready\n", "10s").answer("lamp", "no").answer("tell", "done")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
            assertThat(outcome(rig, "go")).isEqualTo(StepOutcome.NOT_NEEDED);
            assertThat(outcome(rig, "tell")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }

    @Test
    void waitsUntilTheConditionHolds() throws Exception {
        try (Rig rig =
                rig("starting\n", "60s")
                        .answer("lamp", "yes")
                        .answer("go", "y")
                        .answer("tell", "done")) {
            rig.onObservation(
                    3, () -> Files.writeString(rig.hosts.home("a").resolve("state"), "ready\n"));
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("went");
        }
    }

    @Test
    void waitingInVainAsks() throws Exception {
        try (Rig rig =
                rig("starting\n", "1s")
                        .answer("lamp", "yes")
                        .answer("until_ready", "again", "stop")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.gates).hasSize(3);
        }
    }

    private static StepOutcome outcome(Rig rig, String step) throws Exception {
        return rig.state().settled(new StepId(step)).orElseThrow().outcome();
    }
}
