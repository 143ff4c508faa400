package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// To a host that a person or a rule excluded nothing more is sent, by undoing neither.
@Timeout(180)
class LeftBehindTest extends FailureCase {
    private static final String RUNBOOK =
            """
            steps:
              - action: first
                on: nodes
                risk: mutate
                run: echo first >> "$HOME/effects"
                timeout: 20s
                undo: { run: 'echo unfirst >> "$HOME/effects"' }
              - action: second
                on: nodes
                risk: mutate
                run: '[ "$HOST" != b ] || exit 3'
                timeout: 20s
                on_failure: exclude_host
              - action: third
                on: a
                risk: mutate
                run: exit 4
                timeout: 20s
            """;

    @Test
    void undoingEverythingSendsNothingToAnExcludedHost() throws Exception {
        try (Rig rig =
                rig(RUNBOOK)
                        .answer("first", "y", "y")
                        .answer("second", "y")
                        .answer("third", "y", "undo_all")) {
            within(rig, 60);
            Gate undo = rig.gates.getLast();
            assertThat(undo.kind()).isEqualTo(Gate.Kind.UNDO);
            assertThat(rig.effects("b")).containsExactly("first");
            assertThat(rig.effects("a")).isEqualTo(List.of("first", "unfirst"));
            assertThat(rig.state().closed().orElseThrow().reasons().toString())
                    .as("and the end says that it is left as it is")
                    .contains("b");
        }
    }
}
