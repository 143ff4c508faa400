package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Repayment;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An emergency change is a loan until it is shown to be taken back.
class LoanTest extends EngineCase {
    private static final String LENDING =
            """
            steps:
              - check: look
                on: a
                run: cat "$HOME/upstream"
                timeout: 10s
                findings: { emergency: 'lines[0] == "ours"' }
              - action: lend
                title: Answer from an outside resolver
                on: a
                risk: mutate
                run: echo ours > "$HOME/upstream"; echo lent >> "$HOME/effects"
                timeout: 20s
                undo: { run: 'echo "$ORIGINAL" > "$HOME/upstream"; echo back >> "$HOME/effects"' }
                loan:
                  due: 24h
                  repaid_when: "none(emergency)"
                  capture: { run: 'cat "$HOME/upstream"' }
            """;

    private Rig lending() throws Exception {
        Rig rig = rig(LENDING).answer("lend", "y");
        Files.writeString(upstream(rig), "theirs\n");
        return rig;
    }

    private static Path upstream(Rig rig) {
        return rig.hosts.home("a").resolve("upstream");
    }

    private static List<OpenLoan> owed(Rig rig) throws Exception {
        return rig.state().loans().open();
    }

    private static List<RunEvent.LoanRepaid> repaid(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.LoanRepaid.class::isInstance)
                .map(RunEvent.LoanRepaid.class::cast)
                .toList();
    }

    @Test
    void aRunThatLentEndsWithLoans() throws Exception {
        try (Rig rig = lending()) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED_WITH_LOANS));
            assertThat(owed(rig)).hasSize(1);
            OpenLoan loan = owed(rig).getFirst();
            assertThat(loan.original()).contains("theirs");
            assertThat(loan.ours()).contains("ours");
            assertThat(loan.due()).isAfter(loan.takenAt().plusSeconds(86_000));
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .anyMatch(reason -> reason.contains("loan lend on a, due"));
        }
    }

    @Test
    void repayingSendsTheUndoWithTheOriginalAndEndsRecovered() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            rig.answer("lend", "y");
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(Files.readString(upstream(rig))).isEqualTo("theirs\n");
            assertThat(owed(rig)).isEmpty();
            assertThat(repaid(rig))
                    .extracting(RunEvent.LoanRepaid::how)
                    .containsExactly(Repayment.UNDONE);
            Gate gate = rig.gates.getLast();
            assertThat(gate.kind()).isEqualTo(Gate.Kind.UNDO);
            assertThat(gate.commands().getFirst().env()).containsEntry("ORIGINAL", "theirs");
        }
    }

    @Test
    void aValueThatIsNeitherOursNorTheOriginalIsLeftAlone() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            String yaml = "somebody else's\n";
            Files.writeString(upstream(rig), "ours, edited\n");
            state(rig, "a", "fine");
            // repaid_when reads the same file: keep it from being true by itself
            Files.writeString(upstream(rig), "ours\nand " + yaml);
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED_WITH_LOANS));
            assertThat(Files.readString(upstream(rig))).isEqualTo("ours\nand " + yaml);
            assertThat(rig.effects("a")).containsExactly("lent");
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .anyMatch(reason -> reason.contains("somebody changed it meanwhile"));
            RunEvent.LoanLeft left = rig.state().loans().left(new StepId("lend")).orElseThrow();
            assertThat(left.reasons().getFirst())
                    .contains("neither ours (\"ours\") nor the original");
            assertThat(left.next())
                    .startsWith("Put the original back there by hand if it is still wanted;")
                    .endsWith("blackstart loans repay " + rig.id + " lend looks again.");
        }
    }

    @Test
    void aNoSaysHowToBeAskedAgainAndThenIsForgotten() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            rig.answer("lend", "n");
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED_WITH_LOANS));
            RunEvent.LoanLeft left = rig.state().loans().left(new StepId("lend")).orElseThrow();
            assertThat(left.reasons()).containsExactly("declined by anna");
            assertThat(left.next())
                    .isEqualTo(
                            "The loan stays open; blackstart loans repay "
                                    + rig.id
                                    + " lend asks again.");
            rig.answer("lend", "y");
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.state().loans().left(new StepId("lend"))).isEmpty();
        }
    }

    @Test
    void aLoanThatTheEvidenceShowsRepaidNeedsNoSending() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            Files.writeString(upstream(rig), "a new resolver\n");
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("lent");
            assertThat(repaid(rig))
                    .extracting(RunEvent.LoanRepaid::how)
                    .containsExactly(Repayment.EVIDENCE);
        }
    }

    @Test
    void aChangeBetweenTheGateAndTheSendingTakesTheYesAway() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            rig.answer("lend", "y");
            rig.onGate(gate -> Files.writeString(upstream(rig), "ours\nand more\n"));
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED_WITH_LOANS));
            assertThat(rig.effects("a")).containsExactly("lent");
            assertThat(rig.events()).anyMatch(RunEvent.GateVoided.class::isInstance);
        }
    }

    @Test
    void nothingIsSentWhenTheOriginalCannotBeCaptured() throws Exception {
        try (Rig rig = rig(LENDING).answer("lend", "y", "s")) {
            within(rig, 60);
            assertThat(rig.effects("a")).isEmpty();
            assertThat(owed(rig)).isEmpty();
            assertThat(rig.events())
                    .anyMatch(event ->
                            event instanceof RunEvent.GateVoided voided
                                    && voided.reason().contains("could not be captured on a"));
        }
    }

    @Test
    void aStopLeavesTheLoanWrittenDown() throws Exception {
        try (Rig rig = lending()) {
            rig.hookEnd(
                    "lend",
                    () ->
                            rig.tell(
                                    new OperatorCommand.Stop(
                                            new dev.blackstart.run.Person("anna"), "abort")));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(owed(rig)).hasSize(1);
        }
    }

    @Test
    void repayingThatWasKilledIsTakenUpAgain() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            rig.answer("lend", "y");
            rig.onGate(gate -> {
                throw new IOException("kill -9");
            });
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.io.UncheckedIOException.class, rig::repay);
            rig.onGate(gate -> {});
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("lent", "back");
        }
    }

    /// Hours may lie between a gate that nobody answered and the next.
    @Test
    void whoTakesRepayingUpAgainIsAskedOnAFreshLook() throws Exception {
        try (Rig rig = lending()) {
            within(rig, 60);
            assertThat(rig.repay()).isInstanceOf(RunEnd.Left.class);
            Files.writeString(upstream(rig), "ours\nand more\n");
            int gates = rig.gates.size();
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED_WITH_LOANS));
            assertThat(rig.gates).hasSize(gates);
            assertThat(rig.state().loans().left(new StepId("lend"))).isPresent();
        }
    }

    @Test
    void aFailedActionThatChangedNothingLeavesNoLoan() throws Exception {
        String yaml =
                LENDING.replace("echo ours > \"$HOME/upstream\"; echo lent", "false && echo lent");
        try (Rig rig = rig(yaml).answer("lend", "y", "skip")) {
            Files.writeString(upstream(rig), "theirs\n");
            within(rig, 60);
            assertThat(owed(rig)).isEmpty();
            assertThat(repaid(rig))
                    .extracting(RunEvent.LoanRepaid::how)
                    .containsExactly(Repayment.ORIGINAL);
        }
    }

    /// The proof waits for the last of its hosts.
    @Test
    void repayingIsProvenOnSeveralHosts() throws Exception {
        String yaml =
                LENDING.replaceFirst("on: a", "on: nodes")
                        .replaceFirst("\n *capture: .*", "")
                        .replace("$ORIGINAL", "theirs");
        try (Rig rig = rig(yaml).answer("lend", "y", "y")) {
            for (String host : List.of("a", "b", "c")) {
                Files.writeString(rig.hosts.home(host).resolve("upstream"), "theirs\n");
            }
            within(rig, 60);
            assertThat(rig.repay()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("lent", "back");
            assertThat(owed(rig)).isEmpty();
        }
    }
}
