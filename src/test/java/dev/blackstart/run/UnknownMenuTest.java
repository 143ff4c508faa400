package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a person can do about a host of which nobody knows what happened, and when they are asked.
class UnknownMenuTest {
    private final SickHosts hosts = new SickHosts();

    private PureRun run(int count, boolean majority, String spread, String... answers) {
        hosts.answers.addAll(List.of(answers));
        return new PureRun(PureRun.plan(PureRun.runbook(yaml(spread)), count, majority), hosts)
                .go();
    }

    private static String yaml(String spread) {
        return """
        runbook: test
        title: A test
        steps:
          - check: look
            on: nodes
            run: look
            findings: { fine: 'exit == 0' }
          - action: cure
            title: Cure
            on: nodes
            risk: mutate
            run: cure
            timeout: 20s
            verify: { check: look, that: host.fine, within: 10s, every: 5s }
        """
                + spread.indent(4);
    }

    private static Set<String> sentTo(PureRun run) {
        return run.all(RunEvent.Dispatched.class).stream()
                .map(sent -> sent.action().host().value())
                .collect(Collectors.toSet());
    }

    private static RunEvent.Closed closed(PureRun run) {
        return run.state.closed().orElseThrow();
    }

    @Test
    void oneCanLookAroundOrLeaveTheHostOut() {
        hosts.lost.add("n1");
        run(3, false, "", "y");
        Gate gate = hosts.gates.getLast();
        assertThat(gate.choices())
                .extracting(Choice::key)
                .containsExactly(
                        "look", "applied", "not_applied", "inspect", "exclude_host", "stop");
        assertThat(gate.inspects("inspect")).isTrue();
        assertThat(gate.fallback()).isEqualTo("stop");
        assertThat(gate.why().getFirst()).matches("known: sent at [0-9:]{8} UTC");
    }

    @Test
    void theOnlyHostOfARunCannotBeLeftOut() {
        hosts.lost.add("n1");
        run(1, false, "", "y");
        assertThat(hosts.gates.getLast().choice("exclude_host")).isEmpty();
    }

    @Test
    void whoIsLeftOutStaysUnknownAndLockedAndTheOthersGoOn() {
        hosts.lost.add("n1");
        PureRun run = run(3, false, "batch: 1", "y", "exclude_host");
        assertThat(sentTo(run)).containsExactlyInAnyOrder("n1", "n2", "n3");
        assertThat(run.all(RunEvent.Resolved.class)).isEmpty();
        assertThat(run.all(RunEvent.HostExcluded.class))
                .singleElement()
                .satisfies(out -> {
                    assertThat(out.host()).isEqualTo(new HostName("n1"));
                    assertThat(out.reason())
                            .isEqualTo("chosen by anna, since its outcome is unknown");
                });
        assertThat(closed(run).verdict()).isEqualTo(Verdict.WITH_UNKNOWNS);
        assertThat(closed(run).unknown()).containsExactly(new HostName("n1"));
        assertThat(closed(run).reasons())
                .contains(
                        "cure on n1 (attempt 1): outcome unknown",
                        "locked until that is known: n1");
    }

    @Test
    void whoIsLeftOutIsNotTakenUpAgainAndReconcileAsksForIt() {
        hosts.lost.add("n1");
        PureRun run = run(2, false, "batch: 1", "y", "exclude_host");
        run.record(new RunEvent.ReconcileBegun(PureRun.ANNA));
        run.go();
        assertThat(hosts.gates.getLast().headline()).endsWith("outcome unknown. What is true?");
        assertThat(hosts.gates.getLast().choices())
                .extracting(Choice::key)
                .containsExactly("look", "applied", "not_applied", "leave");
    }

    @Test
    void whoIsLeftOutAgainWhileReconcilingStaysOut() {
        hosts.lost.add("n1");
        PureRun run = run(2, false, "batch: 1", "y", "exclude_host");
        RunEvent out = run.all(RunEvent.HostExcluded.class).getFirst();
        run.record(new RunEvent.ReconcileBegun(PureRun.ANNA));
        assertThat(run.state.departures().exclusion(new HostName("n1"))).isEmpty();
        run.record(out);
        assertThat(run.state.departures().exclusion(new HostName("n1"))).isPresent();
        run.go();
        assertThat(closed(run).unknown()).containsExactly(new HostName("n1"));
        assertThat(run.state.gates().open()).isEmpty();
    }

    @Test
    void whoIsLeftOutCountsAsNotThereWhereAMajorityIsNeeded() {
        hosts.fine.addAll(Set.of("n1", "n2", "n3"));
        hosts.lost.add("n1");
        hosts.onAct.put("n1", () -> hosts.fine.remove("n1"));
        PureRun run = run(3, true, "batch: 1\nkeep_quorum: true", "y", "exclude_host");
        assertThat(sentTo(run)).containsExactly("n1");
        assertThat(hosts.gates.getLast().headline())
                .startsWith("Cure: sending it to n2 would leave no majority");
        assertThat(hosts.gates.getLast().why())
                .containsExactly(
                        "2 of 3 members of nodes are live (n2, n3), 2 must be; not known: n1");
    }

    @Test
    void oneThatOnlyAPersonCanDecideIsAskedAboutWhileAnotherStillRuns() {
        hosts.lost.addAll(Set.of("n1", "n2"));
        hosts.receipts.put(
                "n1",
                (action, purpose) ->
                        new RunEvent.ReceiptRead(
                                action, purpose, ReceiptWord.RUNNING, "still running"));
        PureRun run = run(2, false, "", "y");
        assertThat(hosts.gates.getLast().targets()).containsExactly(new HostName("n2"));
        hosts.receipts.put(
                "n1",
                (action, purpose) ->
                        new RunEvent.Resolved(
                                action,
                                purpose,
                                new Outcome.Succeeded(Duration.ZERO),
                                Resolver.RECEIPT,
                                new Person("host"),
                                "read from the host",
                                Optional.empty()));
        run.now = run.now.plusSeconds(2);
        run.go();
        assertThat(run.state.gates().open()).isPresent();
        assertThat(run.all(RunEvent.Resolved.class))
                .singleElement()
                .satisfies(it -> assertThat(it.action().host()).isEqualTo(new HostName("n1")));
    }

    private PureRun stoppedWithOneLost() {
        hosts.answers.add("y");
        PureRun run = new PureRun(PureRun.plan(PureRun.runbook(yaml("")), 1, false), hosts);
        while (run.all(RunEvent.Sent.class).isEmpty()) {
            run.until(run.events.size() + 1);
        }
        run.restart();
        run.record(new RunEvent.StopRequested(PureRun.ANNA, "enough"));
        return run.go();
    }

    @Test
    void beforeARunIsStoppedAHostThatAnswersTellsHowItEnded() {
        hosts.receipts.put(
                "n1",
                (action, purpose) ->
                        new RunEvent.Resolved(
                                action,
                                purpose,
                                new Outcome.Succeeded(Duration.ZERO),
                                Resolver.RECEIPT,
                                new Person("host"),
                                "read from the host",
                                Optional.empty()));
        PureRun run = stoppedWithOneLost();
        assertThat(closed(run).verdict()).isEqualTo(Verdict.STOPPED);
        assertThat(closed(run).unknown()).isEmpty();
    }

    @Test
    void aHostThatDoesNotAnswerHoldsTheEndUpForSecondsOnly() {
        hosts.receipts.put(
                "n1",
                (action, purpose) ->
                        new RunEvent.ReceiptRead(
                                action, purpose, ReceiptWord.NO_ANSWER, "no route"));
        PureRun run = stoppedWithOneLost();
        assertThat(closed(run).verdict()).isEqualTo(Verdict.WITH_UNKNOWNS);
        assertThat(run.all(RunEvent.ReceiptRead.class)).hasSizeBetween(3, 8);
        assertThat(Duration.between(run.state.stopAt().orElseThrow(), run.now))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }
}
