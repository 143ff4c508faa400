package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Verdict;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A step in waves whose last wave is sent again, amended or as it was: the new yes is enough.
@Timeout(180)
class RetryInWavesTest extends FailureCase {
    private static final String LAST_FAILS =
            "steps:\n" + LOOK + REPAIR.replace("!= b ]", "!= c ]") + "    batch: 1\n";

    private static List<Gate.Kind> kinds(Rig rig) {
        return rig.gates.stream().map(Gate::kind).toList();
    }

    @Test
    void anAmendedCommandForTheLastWaveGoesOutOnceItIsApproved() throws Exception {
        String better = "echo amended >> \"$HOME/effects\"; echo fine > \"$HOME/state\"";
        try (Rig rig = broken(LAST_FAILS).answer("repair", "y", "amend " + better, "y")) {
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig))
                    .as("nothing failed since the person amended it")
                    .containsExactly(Gate.Kind.APPROVAL, Gate.Kind.DECISION, Gate.Kind.APPROVAL);
            assertThat(rig.effects("c")).containsExactly("amended");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aRetryOfTheLastWaveWhoseProofDidNotComeGoesOutOnceItIsApproved() throws Exception {
        String unproven =
                "steps:\n"
                        + LOOK
                        + REPAIR.replace(
                                "run: '[ \"$HOST\" != b ] || [ -f \"$HOME/key\" ] || exit 3; echo acted >> \"$HOME/effects\";",
                                "run: 'echo acted >> \"$HOME/effects\"; [ \"$HOST\" != c ] || [ -f \"$HOME/key\" ] || exit 0;")
                        + "    batch: 1\n";
        try (Rig rig = broken(unproven).answer("repair", "y", "retry", "y")) {
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.DECISION) {
                    Files.writeString(rig.hosts.home("c").resolve("key"), "");
                }
            });
            RunEnd end = within(rig, 60);
            assertThat(kinds(rig))
                    .containsExactly(Gate.Kind.APPROVAL, Gate.Kind.DECISION, Gate.Kind.APPROVAL);
            assertThat(rig.effects("c")).containsExactly("acted", "acted");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }
}
