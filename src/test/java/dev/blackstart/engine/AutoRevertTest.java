package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.run.GuardWord;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// The host undoes it by itself unless a proof came first; who was first is decided on the host.
class AutoRevertTest extends EngineCase {
    private static final String GUARDED =
            LOOK.replace("on: nodes", "on: a").indent(0).replaceFirst("^", "steps:\n")
                    + """
                      - action: act
                        on: a
                        risk: mutate
                        run: echo acted >> "$HOME/effects"; echo fine > "$HOME/state"
                        timeout: 20s
                        undo: { run: 'echo undone >> "$HOME/effects"; echo undone > "$HOME/state"' }
                        auto_revert: PERIOD
                        verify: { check: look, that: "!host.broken", within: 1s, every: 1s }
                    """;

    private Rig guarded(String period, String... answers) throws Exception {
        Rig rig = rig(GUARDED.replace("PERIOD", period)).answer("act", answers);
        state(rig, "a", "broken");
        return rig;
    }

    private static List<GuardWord> words(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.GuardAnswered.class::isInstance)
                .map(event -> ((RunEvent.GuardAnswered) event).word())
                .toList();
    }

    @Test
    void whatIsVerifiedIsConfirmedAndStays() throws Exception {
        try (Rig rig = guarded("3s", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(words(rig)).containsExactly(GuardWord.DISARMED);
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> rig.effects("a").equals(List.of("acted")));
        }
    }

    @Test
    void aRunThatClosesUnderAnArmedGuardKeepsItsHostUntilTheGuardIsOver() throws Exception {
        try (Rig rig = guarded("4s", "y")) {
            rig.on(
                    RunEvent.Ended.class,
                    1,
                    () -> rig.tell(new OperatorCommand.Stop(new Person("anna"), "enough")));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.state().closed().orElseThrow().unknown()).hasToString("[a]");
            assertThat(rig.journal.locks()).isNotEmpty();
            assertThat(rig.reconcile()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(words(rig)).isEmpty(); // whoever asks too early takes the guard off
            assertThat(rig.journal.locks()).isNotEmpty();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rig.effects("a").equals(List.of("acted", "undone")));
            rig.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30)));
            assertThat(rig.reconcile()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(words(rig)).containsExactly(GuardWord.REVERTED);
            assertThat(rig.journal.locks()).isEmpty();
        }
    }

    @Test
    void aHostThatCannotBeToldInTimeIsAskedAgain() throws Exception {
        try (Rig rig = guarded("15s", "y")) {
            rig.hosts.unreachableOnce("a", "blackstart-disarm");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(words(rig)).containsExactly(GuardWord.NO_ANSWER, GuardWord.DISARMED);
        }
    }

    @Test
    void whatTheHostTookBackIsLentNoMore() throws Exception {
        String yaml = GUARDED.replace("PERIOD", "2s") + "    loan: { due: 1h }\n";
        try (Rig rig = rig(yaml).answer("act", "y", "skip")) {
            state(rig, "a", "broken");
            rig.hookEnd(
                    "act",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.hookEnd("act", () -> {});
            await().atMost(Duration.ofSeconds(60)).until(() -> rig.effects("a").contains("undone"));
            rig.resume();
            assertThat(rig.state().loans().open()).isEmpty();
            assertThat(rig.state().loans().repaid())
                    .extracting(RunEvent.LoanRepaid::how)
                    .containsExactly(dev.blackstart.run.Repayment.REVERTED);
        }
    }

    @Test
    void withoutAProofTheHostUndoesItAndTheRunSaysWhen() throws Exception {
        try (Rig rig = guarded("2s", "y", "stop")) {
            rig.hookEnd("act", () -> state(rig, "a", "broken"));
            within(rig, 60);
            assertThat(rig.gates.getLast().why())
                    .anyMatch(why -> why.contains("a undoes act by itself at about"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rig.effects("a").equals(List.of("acted", "undone")));
        }
    }

    @Test
    void aRunThatIsKilledLeavesTheUndoToTheHostAndNeverSaysSucceeded() throws Exception {
        try (Rig rig = guarded("2s", "y", "skip")) {
            rig.hookEnd(
                    "act",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.hookEnd("act", () -> {});
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rig.effects("a").equals(List.of("acted", "undone")));
            rig.resume();
            assertThat(words(rig)).contains(GuardWord.REVERTED);
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.REVERTED);
            assertThat(rig.state().closed().orElseThrow().verdict())
                    .isEqualTo(Verdict.STILL_BROKEN);
        }
    }

    @Test
    void aSecondAttemptFirstDisarmsTheGuardOfTheFirst() throws Exception {
        try (Rig rig = guarded("4s", "y", "retry", "y")) {
            int[] ended = {0};
            rig.hookEnd("act", () -> state(rig, "a", ended[0]++ == 0 ? "broken" : "fine"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(words(rig)).containsExactly(GuardWord.DISARMED, GuardWord.DISARMED);
            assertThat(rig.effects("a")).containsExactly("acted", "acted");
        }
    }

    @Test
    void anUndoByHandFirstTakesTheGuardOff() throws Exception {
        try (Rig rig = guarded("4s", "y", "undo", "y")) {
            rig.hookEnd("act", () -> state(rig, "a", "broken"));
            within(rig, 60);
            assertThat(rig.gates.getLast().cautions())
                    .anyMatch(it ->
                            it.matches(
                                    "a (undoes|was to undo) act by itself .*; the host is asked after the yes, before anything is sent"));
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.UNDONE);
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(7))
                    .until(() -> rig.effects("a").equals(List.of("acted", "undone")));
        }
    }

    @Test
    void anUndoThatFailsOnTheHostIsSaid() throws Exception {
        Rig rig =
                rig(GUARDED.replace("PERIOD", "2s")
                                .replace("echo undone > \"$HOME/state\"", "exit 7"))
                        .answer("act", "y", "skip");
        try (rig) {
            state(rig, "a", "broken");
            rig.hookEnd(
                    "act",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.hookEnd("act", () -> {});
            await().atMost(Duration.ofSeconds(60)).until(() -> rig.effects("a").contains("undone"));
            rig.resume();
            assertThat(words(rig)).contains(GuardWord.REVERT_FAILED);
            assertThat(outcome(rig, "act")).isEqualTo(StepOutcome.FAILED);
            assertThat(Files.readString(rig.hosts.home("a").resolve("state"))).contains("fine");
        }
    }
}
