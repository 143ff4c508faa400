package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Printed;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Recorded;
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
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
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
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            assertThat(events(rig, RunEvent.Resolved.class)).isEmpty();
            assertThat(unknownGate(rig).why())
                    .anyMatch(line -> line.startsWith("its proof does not hold"))
                    .anyMatch(line -> line.startsWith("not known: "));
            assertThat(unknownGate(rig).fallback()).isEqualTo("stop");
        }
    }

    @Test
    void afterARebootTheWholeDiagnosisCanBeMadeAgain() throws Exception {
        try (Rig rig = repairing("a", "sick", "host.healthy")) {
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.bootId("a", "boot-2"));
            rig.answer("repair", "y", "diagnose", "inspect a echo there", "stop");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
            List<Gate> asked =
                    rig.gates.stream()
                            .filter(gate -> gate.headline().contains("outcome unknown"))
                            .toList();
            assertThat(asked).hasSize(2);
            assertThat(asked).allMatch(gate -> gate.choice("diagnose").isPresent());
            assertThat(asked.getLast().why()).contains("every check was asked again");
            assertThat(events(rig, RunEvent.Inspected.class)).hasSize(1);
            long first = position(rig, asked.getFirst());
            long second = position(rig, asked.getLast());
            assertThat(rig.journal.read(rig.id))
                    .filteredOn(it -> it.sequence() > first && it.sequence() < second)
                    .extracting(Recorded::event)
                    .filteredOn(RunEvent.Observed.class::isInstance)
                    .extracting(event -> ((RunEvent.Observed) event).host().value())
                    .contains("a", "b", "c");
        }
    }

    private static long position(Rig rig, Gate gate) throws Exception {
        return rig.journal.read(rig.id).stream()
                .filter(it ->
                        it.event() instanceof RunEvent.GateOpened opened
                                && opened.gate().id().equals(gate.id()))
                .findFirst()
                .orElseThrow()
                .sequence();
    }

    @Test
    void aProofOfAllHostsTellsNothingOfOne() throws Exception {
        try (Rig rig = repairing("nodes", "fine", "any(healthy)", "y", "not_applied", "stop")) {
            state(rig, "b", "broken");
            rig.hosts.loseAfter("a", "blackstart-act");
            rig.hosts.withoutReceipts("a");
            within(rig, 60);
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
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
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

    /// Of the one action whose end nobody saw, people want to read what it printed.
    @Test
    void whatTheReceiptKeepsOfItsOutputIsRecorded() throws Exception {
        String printing = REPAIR.replace("run: ", "run: echo printed; echo moaned >&2; ");
        try (Rig rig = rig("steps:\n" + LOOK + printing.formatted("a", "fine", "host.healthy"))) {
            rig.answer("repair", "y");
            state(rig, "a", "broken");
            rig.hosts.loseAfter("a", "blackstart-act");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(events(rig, RunEvent.Resolved.class))
                    .singleElement()
                    .satisfies(resolved -> {
                        Printed printed = resolved.output().orElseThrow();
                        assertThat(printed.stdout().text()).isEqualTo("printed\n");
                        assertThat(printed.stderr().text()).isEqualTo("moaned\n");
                    });
            assertThat(rig.state().actions().all())
                    .singleElement()
                    .satisfies(it -> assertThat(it.stdout().text()).isEqualTo("printed\n"));
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
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.WITH_UNKNOWNS));
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

    /// A host that is away when a person says that nothing was carried out there.
    private Rig awayWhileAsked(int comesBack, Class<? extends RunEvent> with) throws Exception {
        Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y", "not_applied", "retry", "y");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long begun = System.nanoTime();
        rig.clock(() -> start.plus(Duration.ofNanos((System.nanoTime() - begun) * 20)));
        rig.hosts.loseAfter("a", "blackstart-act");
        rig.on(RunEvent.Ended.class, 1, () -> rig.hosts.unreachable("a"));
        rig.on(with, comesBack, () -> rig.hosts.reachable("a"));
        return rig;
    }

    @Test
    void whatAPersonSaidIsLookedUpOnTheHostBeforeItIsSentAgain() throws Exception {
        try (Rig rig = awayWhileAsked(1, RunEvent.Resolved.class)) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(events(rig, RunEvent.Resolved.class))
                    .extracting(RunEvent.Resolved::by)
                    .containsExactly(Resolver.PERSON, Resolver.RECEIPT);
            assertThat(events(rig, RunEvent.Dispatched.class)).hasSize(1);
        }
    }

    @Test
    void whatAPersonSaidIsLookedUpOnceMoreBetweenTheGateAndTheSending() throws Exception {
        try (Rig rig = awayWhileAsked(4, RunEvent.GateOpened.class)) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(rig.gates.getLast().cautions())
                    .anyMatch(it ->
                            it.startsWith(
                                    "a: that attempt 1 was not carried out is a person's word; its host"));
            assertThat(events(rig, RunEvent.GateVoided.class))
                    .extracting(RunEvent.GateVoided::reason)
                    .containsExactly(
                            "the earlier attempt on a was carried out after all, says its receipt");
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
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.state().actions().anyInFlight()).isFalse();
            assertThat(rig.effects("a")).containsExactly("acted");
        }
    }

    /// Also what another process sent and this one found at work again.
    @Test
    void pausingAfterRunningActionsWaitsForWhatWasFoundAtWorkAgain() throws Exception {
        Rig made =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: sleep 12; echo acted >> "$HOME/effects"
                    timeout: 30s
                """)
                        .answer("act", "y");
        try (Rig rig = made) {
            rig.on(
                    RunEvent.Sent.class,
                    1,
                    () -> rig.tell(new OperatorCommand.Leave("the tool is stopped")));
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.state().actions().unknown()).isEmpty();
            rig.on(
                    RunEvent.ReceiptRead.class,
                    1,
                    () -> rig.tell(OperatorCommand.Leave.afterActions("Ctrl-C was pressed")));
            assertThat(rig.resume()).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.state().actions().unknown()).isEmpty();
            assertThat(rig.state().actions().all()).allMatch(ActionProgress::succeeded);
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
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
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
