package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Finding out by hand what is unknown: reads, asks, sends nothing that acts.
class ReconcileTest extends EngineCase {
    private static final String TWO =
            """
            steps:
              - action: first
                on: a
                risk: mutate
                run: echo first >> "$HOME/effects"
                timeout: 20s
              - action: second
                on: a
                risk: mutate
                run: echo second >> "$HOME/effects"
                timeout: 20s
            """;

    /// A run of two actions, the first of which was lost and could not be read.
    private Rig lost(String... answers) throws Exception {
        Rig rig = rig(TWO).answer("first", answers).answer("second", "y");
        rig.hosts.loseAfter("a", "blackstart-act");
        rig.hosts.withoutReceipts("a");
        return rig;
    }

    private static List<RunEvent.Resolved> resolved(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.Resolved.class::isInstance)
                .map(RunEvent.Resolved.class::cast)
                .toList();
    }

    @Test
    void aClosedRunIsOpenedOnlyToResolveAndClosedWithTheVerdictThatIsRightThen() throws Exception {
        try (Rig rig = lost("y", "stop")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            rig.hosts.withReceipts("a");
            assertThat(rig.reconcile()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(resolved(rig))
                    .singleElement()
                    .extracting(RunEvent.Resolved::by)
                    .isEqualTo(Resolver.RECEIPT);
            assertThat(rig.effects("a")).containsExactly("first");
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .contains("first on a (attempt 1): succeeded (receipt)");
        }
    }

    @Test
    void whatStaysUnknownMayBeLeftAndTheRunIsClosedAsItWas() throws Exception {
        try (Rig rig = lost("y", "stop", "leave")) {
            rig.open();
            assertThat(rig.reconcile()).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            Gate gate = rig.gates.getLast();
            assertThat(gate.fallback()).isEqualTo("leave");
            assertThat(gate.choice("stop")).isEmpty();
            assertThat(rig.effects("a")).containsExactly("first");
        }
    }

    @Test
    void aRunThatIsNotClosedStandsStillAgainAfterIt() throws Exception {
        try (Rig rig = lost("y")) {
            assertThat(rig.open()).isInstanceOf(RunEnd.Left.class);
            rig.hosts.withReceipts("a");
            assertThat(rig.reconcile()).isEqualTo(new RunEnd.Left("nothing is unknown any more"));
            assertThat(rig.effects("a")).containsExactly("first");
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("first", "second");
        }
    }

    @Test
    void aReopenedRunThatIsLeftAndResumedStillSendsNothing() throws Exception {
        try (Rig rig = lost("y", "stop")) {
            rig.open();
            assertThat(rig.reconcile()).isInstanceOf(RunEnd.Left.class);
            rig.hosts.withReceipts("a");
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).containsExactly("first");
        }
    }
}
