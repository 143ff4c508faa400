package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A host that would undo it by itself is told not to once its wave is proven.
@Timeout(60)
class AutoRevertInWavesTest extends FailureCase {
    @Test
    void aProvenMemberIsNotUndoneByItsGuardWhileTheNextOneIsCured() throws Exception {
        String yaml =
                "steps:\n"
                        + LOOK
                        + """
                          - action: cure
                            on: members
                            where: host.sick
                            risk: mutate
                            run: sleep 2; echo acted >> "$HOME/effects"; echo fine > "$HOME/state"
                            timeout: 20s
                            keep_quorum: true
                            undo: { run: 'echo undone >> "$HOME/effects"; echo undone > "$HOME/state"' }
                            auto_revert: 3s
                            verify: { check: look, that: "!host.broken", within: 1s, every: 1s }
                        """;
        try (Rig rig = rig(yaml).answer("cure", "y", "skip")) {
            for (String host : List.of("a", "b", "c")) {
                state(rig, host, "sick");
            }
            RunEnd end = within(rig, 40);
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }
}
