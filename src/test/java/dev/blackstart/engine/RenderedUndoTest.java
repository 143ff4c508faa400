package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.RunEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nobody is shown the template of what takes a step back: it is named as it would be sent.
class RenderedUndoTest extends EngineCase {
    private static final String LENDING =
            """
            steps:
              - action: lend
                title: Lend it
                on: nodes
                risk: mutate
                run: echo lent >> "$HOME/effects"; test "$(cat "$HOME/state")" = fine
                timeout: 20s
                undo: { run: 'echo back [=host.name] >> "$HOME/effects"' }
                verify: { check: look, that: host.healthy, within: 1s, every: 100ms }
                loan: { due: 24h }
              - check: look
                on: nodes
                run: cat "$HOME/state"
                timeout: 10s
                findings: { healthy: 'lines[0] == "fine"' }
            """;

    private static String back(String host) {
        return "echo back '" + host + "' >> \"$HOME/effects\"";
    }

    private static List<String> texts(Gate gate) {
        return gate.undos().stream().map(Prepared::text).toList();
    }

    @Test
    void aGateNamesItForTheFirstHostAndKnowsItForAll() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y")) {
            within(rig, 60);
            Gate gate = rig.gates.getFirst();
            assertThat(gate.undo()).contains(back("a") + " on a (and on 2 more, likewise)");
            assertThat(texts(gate)).containsExactly(back("a"), back("b"), back("c"));
        }
    }

    @Test
    void aLoanNamesItForItsHost() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y")) {
            within(rig, 60);
            assertThat(rig.state().loans().open())
                    .extracting(OpenLoan::repay)
                    .containsExactlyInAnyOrder(back("a"), back("b"), back("c"));
            RunEvent.Closed closed = rig.state().closed().orElseThrow();
            assertThat(closed.reasons())
                    .anyMatch(reason -> reason.endsWith("takes it back with " + back("c")))
                    .noneMatch(reason -> reason.contains("[="));
        }
    }

    @Test
    void theMenuAfterAFailureKnowsUndoAndProof() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y", "stop")) {
            state(rig, "b", "broken");
            within(rig, 60);
            Gate menu = rig.gates.getLast();
            assertThat(menu.kind()).isEqualTo(Gate.Kind.DECISION);
            assertThat(menu.undo()).contains(back("b"));
            assertThat(texts(menu)).containsExactly(back("b"));
            assertThat(menu.proof()).contains("host.healthy, asked every 100 ms for at most 1 s");
        }
    }

    @Test
    void whatCannotBeRenderedIsSaidBeforeAnybodySaysYes() throws Exception {
        String yaml = LENDING.replace("[=host.name]", "[=hosts.elsewhere.address]");
        try (Rig rig = rig(yaml).answer("lend", "n")) {
            within(rig, 60);
            Gate gate = rig.gates.getFirst();
            assertThat(gate.undo().orElseThrow())
                    .startsWith("it cannot be rendered for a: ")
                    .endsWith("; nor for 2 more");
            assertThat(gate.undos()).isEmpty();
        }
    }

    @Test
    void theEndOfACureIsNamedAsItWouldBeSent() throws Exception {
        String yaml =
                """
                steps:
                  - action: cure
                    on: a, b
                    risk: mutate
                    run: echo cured >> "$HOME/effects"
                    timeout: 20s
                    release: { run: 'echo end [=host.name]', after: later }
                  - action: later
                    on: a
                    risk: mutate
                    run: echo later >> "$HOME/effects"
                    timeout: 20s
                """;
        try (Rig rig = rig(yaml).answer("cure", "y").answer("later", "s")) {
            within(rig, 60);
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .contains(
                            "cure is still at work on a, b; end it with echo end 'a' on a (and on 1"
                                    + " more, likewise), but only after later");
        }
    }
}
