package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Conductor;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Repaying a loan acts on hosts, and so holds them as any run does.
@Timeout(180)
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

    /// The undo of a loan was left running, and the run is closed: its host stays locked.
    @Test
    void aHostWhereTheUndoMayBeAtWorkStaysLocked() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y")) {
            Files.writeString(rig.hosts.home("a").resolve("upstream"), "theirs\n");
            within(rig, 60);
            RunState state = rig.state();
            ActionKey undo = new ActionKey(new StepId("lend"), new HostName("a"), 2);
            Person anna = new Person("anna");
            apply(state, new RunEvent.Reopened(anna, Optional.empty()));
            apply(
                    state,
                    new RunEvent.Dispatched(
                            undo, Purpose.UNDO, "nonce123", "", new GateId(9), 2, false));
            apply(
                    state,
                    new RunEvent.Ended(
                            undo,
                            Purpose.UNDO,
                            new Outcome.Unknown("left running by anna; it may run still"),
                            Kept.NOTHING,
                            Kept.NOTHING));
            apply(
                    state,
                    new RunEvent.HostExcluded(
                            undo.host(), undo.step(), Optional.empty(), Optional.of(anna), "left"));
            List<RunEvent> said =
                    new Conductor(rig.plan)
                            .next(state, state.last().orElseThrow().at()).stream()
                                    .flatMap(it -> ((Directive.Record) it).events().stream())
                                    .toList();
            assertThat(said.getLast()).isInstanceOf(RunEvent.Closed.class);
            RunEvent.Closed closed = (RunEvent.Closed) said.getLast();
            assertThat(closed.verdict()).isEqualTo(Verdict.WITH_UNKNOWNS);
            assertThat(closed.unknown()).containsExactly(undo.host());
        }
    }

    private static void apply(RunState state, RunEvent event) {
        Recorded last = state.last().orElseThrow();
        state.apply(new Recorded(last.run(), last.sequence() + 1, last.at(), "", event));
    }

    @Test
    void noOtherRunMayActOnTheHostMeanwhile() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y", "y")) {
            Files.writeString(rig.hosts.home("a").resolve("upstream"), "theirs\n");
            within(rig, 60);
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
