package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Wave after wave: who goes when, what stops it, what it says.
class WavesTest {
    private static final StepId CURE = new StepId("cure");
    private final SickHosts hosts = new SickHosts();

    private PureRun run(int count, String spread, String... answers) {
        hosts.answers.addAll(List.of(answers));
        return new PureRun(PureRun.plan(PureRun.runbook(yaml(spread)), count, false), hosts).go();
    }

    static String yaml(String spread) {
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
            where: "!host.fine"
            risk: mutate
            requires: any(fine) || none(fine)
            run: cure
            verify: { check: look, that: host.fine, within: 10s, every: 5s }
        """
                + spread.indent(4);
    }

    private static List<List<String>> waves(PureRun run) {
        return run.all(RunEvent.WaveBegun.class).stream()
                .map(wave -> wave.hosts().stream().map(HostName::value).toList())
                .toList();
    }

    private static Set<String> sentTo(PureRun run) {
        Set<String> hosts = new HashSet<>();
        run.all(RunEvent.Dispatched.class).forEach(sent -> hosts.add(sent.action().host().value()));
        return hosts;
    }

    @Test
    void aCanaryGrowsToAll() {
        PureRun run = run(20, "batch: [ 1, 10%, 100% ]", "y");
        assertThat(waves(run)).extracting(List::size).containsExactly(1, 2, 17);
        assertThat(run.all(RunEvent.GateOpened.class)).hasSize(1);
        assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.RECOVERED);
    }

    @Test
    void theLastSizeRepeats() {
        assertThat(waves(run(5, "batch: 2", "y")))
                .containsExactly(List.of("n1", "n2"), List.of("n3", "n4"), List.of("n5"));
    }

    @Test
    void eachWaveIsProvenBeforeTheNextAndAfterThePauseOnceMore() {
        PureRun run = run(3, "batch: 1\npause: 5m", "y");
        List<String> story =
                run.events.stream()
                        .map(Recorded::event)
                        .filter(event ->
                                event instanceof RunEvent.WaveBegun
                                        || event instanceof RunEvent.WaveProven
                                        || event instanceof RunEvent.WaveSoaked
                                        || event instanceof RunEvent.Verified)
                        .map(event -> event.getClass().getSimpleName())
                        .toList();
        assertThat(story)
                .containsExactly(
                        "WaveBegun",
                        "WaveProven",
                        "WaveSoaked",
                        "WaveProven",
                        "WaveBegun",
                        "WaveProven",
                        "WaveSoaked",
                        "WaveProven",
                        "WaveBegun",
                        "Verified");
        List<Recorded> begun = recorded(run, RunEvent.WaveBegun.class);
        assertThat(Duration.between(begun.get(0).at(), begun.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    private static List<Recorded> recorded(PureRun run, Class<? extends RunEvent> type) {
        return run.events.stream().filter(it -> type.isInstance(it.event())).toList();
    }

    @Test
    void whatBreaksDuringThePauseStopsTheNextWave() {
        hosts.onPassing = () -> hosts.fine.remove("n1");
        PureRun run = run(3, "batch: 1\npause: 5m", "y");
        assertThat(sentTo(run)).containsExactly("n1");
        assertThat(hosts.gates.getLast().headline())
                .isEqualTo(
                        "Cure: wave 1 was carried out, and its proof did not come · 1 ok · 0 failed · 0 unknown · 2 not started. How shall the run go on?");
        hosts.answers.add("rest");
        hosts.onPassing = () -> {};
        assertThat(sentTo(run.go())).containsExactly("n1", "n2", "n3");
    }

    @Test
    void oneFailureStopsWhereNothingElseIsSaid() {
        hosts.failing.add("n2");
        PureRun run = run(5, "batch: 2", "y", "look", "stop");
        assertThat(sentTo(run)).containsExactlyInAnyOrder("n1", "n2");
        Gate gate = hosts.gates.get(1);
        assertThat(gate.headline())
                .isEqualTo(
                        "Cure: stopped at 1 failure · 1 ok · 1 failed · 0 unknown · 3 not started. How shall the run go on?");
        assertThat(gate.why()).containsExactly("n2: exit 3", "not started: n3, n4, n5");
        assertThat(gate.choices()).extracting(Choice::key).startsWith("look", "rest");
        assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.STOPPED);
        assertThat(run.state.closed().orElseThrow().reasons())
                .contains(
                        "cure was not started on n3, n4, n5 (1 ok · 1 failed · 0 unknown · 3 not started)");
    }

    @Test
    void goingOnWithoutTheRestSaysWhoWasNotStarted() {
        hosts.failing.add("n1");
        PureRun run = run(3, "batch: 1", "y", "skip");
        assertThat(run.state.settled(CURE).orElseThrow().reasons())
                .containsExactly(
                        "anna chose to go on without it",
                        "cure was not started on n2, n3 (0 ok · 1 failed · 0 unknown · 2 not started)");
        assertThat(run.state.settled(CURE).orElseThrow().outcome()).isEqualTo(StepOutcome.FAILED);
    }

    @Test
    void whatIsUnknownHoldsTheNextWave() {
        hosts.lost.add("n1");
        PureRun run = run(3, "batch: 1\nstop_after_failures: 3", "y");
        assertThat(sentTo(run)).containsExactly("n1");
        assertThat(hosts.gates.getLast().why())
                .contains(
                        "0 ok · 0 failed · 1 unknown · 2 not started; no further wave goes before this is known");
    }

    @Test
    void failuresWithinTheBudgetAreBorneUntilTheEnd() {
        hosts.failing.addAll(Set.of("n1", "n4"));
        PureRun run = run(5, "batch: 1\nstop_after_failures: 3", "y", "skip");
        assertThat(sentTo(run)).hasSize(5);
        assertThat(hosts.gates.getLast().headline())
                .isEqualTo("Cure did not succeed everywhere. How shall the run go on?");
        assertThat(run.state.settled(CURE).orElseThrow().outcome()).isEqualTo(StepOutcome.FAILED);
    }

    @Test
    void goingOnWithTheRestGrantsTheBudgetAnew() {
        hosts.failing.addAll(Set.of("n1", "n2", "n3", "n4"));
        run(6, "batch: 1\nstop_after_failures: 2", "y", "rest", "stop");
        assertThat(hosts.gates).hasSize(3);
        assertThat(hosts.gates.get(2).headline())
                .contains("stopped at 2 failures · 0 ok · 4 failed · 0 unknown · 2 not started");
    }

    @Test
    void sendingAgainWhereItFailedIsAskedAnewAndStaysInItsWave() {
        hosts.failing.add("n2");
        hosts.answers.addAll(List.of("y", "retry"));
        PureRun run =
                new PureRun(PureRun.plan(PureRun.runbook(yaml("batch: 2")), 4, false), hosts).go();
        Gate again = hosts.gates.getLast();
        assertThat(again.kind()).isEqualTo(Gate.Kind.APPROVAL);
        assertThat(again.waves().orElseThrow().waves())
                .containsExactly(
                        new WavePlan.Wave(1, names("n2")), new WavePlan.Wave(2, names("n3", "n4")));
        hosts.failing.clear();
        hosts.answers.add("y");
        run.restart().go();
        hosts.answers.add("y");
        run.go();
        assertThat(waves(run))
                .containsExactly(List.of("n1", "n2"), List.of("n2"), List.of("n3", "n4"));
    }

    private static List<HostName> names(String... names) {
        return Arrays.stream(names).map(HostName::new).toList();
    }

    @Test
    void evidenceThatChangesBetweenWavesVoidsTheApproval() {
        hosts.onAct.put("n1", () -> hosts.fine.add("n3"));
        PureRun run = run(4, "batch: 1", "y");
        assertThat(sentTo(run)).containsExactly("n1");
        assertThat(run.all(RunEvent.GateVoided.class)).hasSize(1);
        assertThat(run.all(RunEvent.GateVoided.class).getFirst().reason())
                .contains("fine of n3 was false and is true");
        assertThat(hosts.gates.getLast().targets()).isEqualTo(names("n2", "n4"));
    }

    @Test
    void aRunTakenUpAgainGoesOnWithTheWaveItWasIn() {
        hosts.answers.addAll(List.of("y"));
        PureRun run =
                new PureRun(
                        PureRun.plan(PureRun.runbook(yaml("batch: [ 1, 2 ]\npause: 1h")), 5, false),
                        hosts);
        while (waves(run).size() < 2) {
            run.until(run.events.size() + 1);
        }
        hosts.answers.addAll(List.of("y"));
        run.restart().go();
        assertThat(hosts.gates).extracting(Gate::kind).endsWith(Gate.Kind.APPROVAL);
        assertThat(hosts.gates.getLast().waves().orElseThrow().waves())
                .containsExactly(new WavePlan.Wave(3, names("n4", "n5")));
        assertThat(run.all(RunEvent.WaveSoaked.class)).hasSize(2);
        assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.RECOVERED);
    }
}
