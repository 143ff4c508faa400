package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `on_failure: undo` asks when something failed, and once.
@Timeout(180)
class UndoRuleTest extends FailureCase {
    private static String ruled(String rule) {
        return "steps:\n"
                + LOOK
                + REPAIR
                + "    batch: 1\n    stop_after_failures: 2\n    on_failure: "
                + rule
                + "\n";
    }

    private static List<Gate.Kind> kinds(Rig rig) {
        return rig.gates.stream().map(Gate::kind).toList();
    }

    @Test
    void anUndoThatWasDeclinedIsNotAskedForAgainBecauseALaterWaveSucceeded() throws Exception {
        String yaml =
                ruled("undo").replace("!= b ]", "!= a ]")
                        + "    undo: { run: echo undone >> effects }\n";
        try (Rig rig = broken(yaml).answer("repair", "y", "s", "skip")) {
            within(rig, 60);
            assertThat(kinds(rig)).filteredOn(kind -> kind == Gate.Kind.UNDO).hasSize(1);
        }
    }

    @Test
    void onFailureUndoHoldsAlsoWhenAPersonWasAskedBeforeItWasSent() throws Exception {
        String yaml =
                ("steps:\n" + LOOK + REPAIR)
                        + "    on_failure: undo\n    undo: { run: echo undone >> effects }\n";
        try (Rig rig = broken(yaml).answer("repair", "recheck", "y")) {
            rig.hosts.unreachable("a");
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.DECISION) {
                    rig.hosts.reachable("a");
                }
            });
            within(rig, 60);
            assertThat(kinds(rig))
                    .containsExactly(Gate.Kind.DECISION, Gate.Kind.APPROVAL, Gate.Kind.UNDO);
        }
    }
}
