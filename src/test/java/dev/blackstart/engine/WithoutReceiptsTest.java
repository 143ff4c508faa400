package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.StepOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A host that has no place for claims: nothing is sent there before a person has read what that
/// means, and what is interrupted is asked.
@Timeout(180)
class WithoutReceiptsTest extends EngineCase {
    private static final String ACT =
            """
            steps:
              - action: act
                on: a
                risk: mutate
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;
    private static final String CAUTION =
            "a keeps no receipts: if the connection is lost, nobody can read there how it ended, and nothing there keeps others out.";

    private Rig without(String... answers) throws Exception {
        Rig rig = rig(ACT).answer("act", answers);
        Path place = rig.hosts.claims("a");
        Files.createDirectories(place.getParent());
        Files.createFile(place);
        return rig;
    }

    private static List<List<String>> cautions(Rig rig) {
        return rig.gates.stream()
                .filter(gate -> gate.kind() == Gate.Kind.APPROVAL)
                .map(Gate::cautions)
                .toList();
    }

    @Test
    void itIsSentOnceAPersonHasReadWhatThatMeans() throws Exception {
        try (Rig rig = without("y", "retry", "y")) {
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Closed.class);
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.SUCCEEDED);
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(cautions(rig)).containsExactly(List.of(), List.of(CAUTION));
            assertThat(rig.gates.get(1).why()).anyMatch(it -> it.contains("no receipts: "));
        }
    }

    @Test
    void whatIsInterruptedIsAskedAndNeverGuessed() throws Exception {
        try (Rig rig = without("y", "retry", "y", "applied")) {
            rig.hosts.loseAfter("a", "blackstart-bare");
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Closed.class);
            assertThat(rig.gates.getLast().why()).contains("receipt: the host keeps no receipts");
            assertThat(rig.state().actions().all())
                    .last()
                    .satisfies(it -> assertThat(it.resolvedBy()).contains(Resolver.PERSON));
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }
}
