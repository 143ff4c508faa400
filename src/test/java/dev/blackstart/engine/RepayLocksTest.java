package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.run.Gate;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Repaying a loan acts on hosts, and so holds them as any run does.
@Timeout(60)
class RepayLocksTest extends EngineCase {
    private static final String LENDING =
            """
            steps:
              - check: look
                on: a
                run: cat "$HOME/upstream"
                timeout: 10s
                findings: { emergency: 'lines[0] == "ours"' }
              - action: lend
                on: a
                risk: mutate
                run: echo ours > "$HOME/upstream"
                timeout: 20s
                undo: { run: 'echo theirs > "$HOME/upstream"' }
                loan: { due: 24h, repaid_when: "none(emergency)" }
            """;

    @Test
    void noOtherRunMayActOnTheHostMeanwhile() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y", "y")) {
            Files.writeString(rig.hosts.home("a").resolve("upstream"), "theirs\n");
            within(rig, 20);
            List<HeldLock> held = new ArrayList<>();
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.UNDO) {
                    try {
                        held.addAll(rig.journal.locks());
                    } catch (dev.blackstart.journal.JournalException e) {
                        throw new java.io.IOException(e);
                    }
                }
            });
            rig.repay();
            assertThat(rig.gates.getLast().kind()).isEqualTo(Gate.Kind.UNDO);
            assertThat(held).as("locks held while the undo is asked for and sent").isNotEmpty();
        }
    }
}
