package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was sent and not seen to end: receipt, then proof, then a person.
class UnknownTest extends EngineCase {
    private static final String REPAIR =
            """
              - action: repair
                on: %s
                where: host.broken
                risk: mutate
                run: echo %s > "$HOME/state"; echo acted >> "$HOME/effects"
                timeout: 20s
                verify: { check: look, that: %s, within: 2s, every: 100ms }
            """;

    private Rig repairing(String on, String makes, String that, String... answers)
            throws Exception {
        Rig rig = rig("steps:\n" + LOOK + REPAIR.formatted(on, makes, that));
        rig.answer("repair", answers);
        state(rig, "a", "broken");
        return rig;
    }

    private static <E extends RunEvent> List<E> events(Rig rig, Class<E> kind) throws Exception {
        return rig.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Gate unknownGate(Rig rig) {
        return rig.gates.stream()
                .filter(gate -> gate.headline().contains("outcome unknown"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereTheReceiptDoesNotDecideTheProofDoes() throws Exception {
        try (Rig rig = repairing("a", "fine", "host.healthy", "y")) {
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            assertThat(within(rig, 15)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates).hasSize(1);
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(events(rig, RunEvent.Resolved.class))
                    .singleElement()
                    .satisfies(resolved -> {
                        assertThat(resolved.by()).isEqualTo(Resolver.PROBE);
                        assertThat(resolved.reason()).startsWith("its proof holds");
                    });
        }
    }

    @Test
    void anEffectThatIsNotSeenProvesNothingAndIsShownToThePerson() throws Exception {
        try (Rig rig = repairing("a", "sick", "host.healthy", "y", "stop")) {
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            assertThat(within(rig, 15)).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            assertThat(events(rig, RunEvent.Resolved.class)).isEmpty();
            assertThat(unknownGate(rig).why())
                    .anyMatch(line -> line.startsWith("its proof does not hold"))
                    .anyMatch(line -> line.startsWith("not known: "));
            assertThat(unknownGate(rig).fallback()).isEqualTo("stop");
        }
    }

    @Test
    void aProofOfAllHostsTellsNothingOfOne() throws Exception {
        try (Rig rig = repairing("nodes", "fine", "any(healthy)", "y", "not_applied", "stop")) {
            state(rig, "b", "broken");
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            within(rig, 15);
            assertThat(unknownGate(rig).why())
                    .anyMatch(line -> line.startsWith("its proof is one of all hosts together"));
            assertThat(events(rig, RunEvent.Resolved.class))
                    .extracting(RunEvent.Resolved::by)
                    .containsExactly(Resolver.PERSON);
        }
    }

    @Test
    void aHostThatDoesNotAnswerIsAskedAgainBeforeAPersonIs() throws Exception {
        try (Rig rig = repairing("a", "fine", "host.healthy", "y")) {
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
            rig.on(RunEvent.ReceiptRead.class, 2, () -> rig.hosts.reachable("a"));
            assertThat(within(rig, 20)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates).hasSize(1);
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(events(rig, RunEvent.ReceiptRead.class))
                    .extracting(RunEvent.ReceiptRead::word)
                    .containsExactly(ReceiptWord.NO_ANSWER, ReceiptWord.NO_ANSWER);
            assertThat(events(rig, RunEvent.Resolved.class))
                    .extracting(RunEvent.Resolved::by)
                    .containsExactly(Resolver.RECEIPT);
        }
    }

    @Test
    void aHostThatStaysAwayIsAskedAboutAfterAMinute() throws Exception {
        try (Rig rig = repairing("a", "fine", "host.healthy", "y", "stop")) {
            Instant start = Instant.parse("2026-01-01T00:00:00Z");
            long begun = System.nanoTime();
            rig.clock(() -> start.plus(Duration.ofNanos((System.nanoTime() - begun) * 20)));
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
            assertThat(within(rig, 30)).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            Instant lost = at(rig, RunEvent.Ended.class);
            Instant asked =
                    rig.journal.read(rig.id).stream()
                            .filter(it ->
                                    it.event() instanceof RunEvent.GateOpened gate
                                            && gate.gate().headline().contains("outcome unknown"))
                            .findFirst()
                            .orElseThrow()
                            .at();
            assertThat(Duration.between(lost, asked))
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
        }
    }

    private static Instant at(Rig rig, Class<? extends RunEvent> kind) throws Exception {
        return rig.journal.read(rig.id).stream()
                .filter(it -> kind.isInstance(it.event()))
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void pausingAfterRunningActionsWaitsAsLongAsTheyTake() throws Exception {
        Rig made =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: sleep 7; echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y");
        try (Rig rig = made) {
            rig.on(
                    RunEvent.Sent.class,
                    1,
                    () -> rig.tell(OperatorCommand.Leave.afterActions("Ctrl-C was pressed")));
            assertThat(within(rig, 19)).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.state().actions().anyInFlight()).isFalse();
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void whatStillRunsIsWaitedForAndItsEndIsTakenFromTheHost() throws Exception {
        Rig made =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: sleep 8; echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y");
        try (Rig rig = made) {
            rig.on(
                    RunEvent.Sent.class,
                    1,
                    () -> rig.tell(new OperatorCommand.Leave("the tool is stopped")));
            assertThat(within(rig, 15)).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(events(rig, RunEvent.ReceiptRead.class))
                    .isNotEmpty()
                    .allSatisfy(read -> assertThat(read.answer()).contains("re-attached"));
            assertThat(rig.gates).hasSize(1);
            assertThat(Files.exists(rig.hosts.home("a").resolve("effects"))).isTrue();
        }
    }
}
