package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Between waves a person can do all that they can after the last one.
class WaveMenusTest {
    private final SickHosts hosts = new SickHosts();

    private PureRun run(int count, String spread, String... answers) {
        hosts.answers.addAll(List.of(answers));
        String yaml = WavesTest.yaml("undo: { run: back }\n" + spread);
        return new PureRun(PureRun.plan(PureRun.runbook(yaml), count, false), hosts).go();
    }

    private static List<HostName> names(String... names) {
        return Arrays.stream(names).map(HostName::new).toList();
    }

    private static List<HostName> sentTo(PureRun run, Purpose purpose) {
        return run.all(RunEvent.Dispatched.class).stream()
                .filter(sent -> sent.purpose() == purpose)
                .map(sent -> sent.action().host())
                .toList();
    }

    private List<String> keys() {
        return hosts.gates.getLast().choices().stream().map(Choice::key).toList();
    }

    @Test
    void aStopOffersWhatTheMenuAfterTheLastWaveOffers() {
        hosts.failing.add("n2");
        run(4, "batch: 2", "y");
        assertThat(keys())
                .containsExactly(
                        "look",
                        "rest",
                        "retry",
                        "amend",
                        "inspect",
                        "skip_host",
                        "exclude_host",
                        "undo",
                        "skip",
                        "stop");
        assertThat(hosts.gates.getLast().fallback()).isEqualTo("look");
    }

    @Test
    void oneThatIsLeftOutDoesNotDecideAboutTheOthers() {
        hosts.failing.addAll(Set.of("n1", "n2"));
        PureRun run = run(4, "batch: 2\nstop_after_failures: 2", "y", "exclude_host n1");
        assertThat(sentTo(run, Purpose.ACT)).isEqualTo(names("n1", "n2"));
        assertThat(hosts.gates.getLast().headline()).startsWith("Cure: stopped at 1 failure · ");
        assertThat(hosts.gates.getLast().targets()).isEqualTo(names("n2"));
        hosts.answers.add("skip_host");
        assertThat(sentTo(run.go(), Purpose.ACT)).isEqualTo(names("n1", "n2", "n3", "n4"));
    }

    @Test
    void anAmendedCommandIsAskedAboutBeforeAnythingMoreIsSent() {
        hosts.failing.add("n2");
        PureRun run = run(4, "batch: 2", "y", "amend n2 other");
        Gate again = hosts.gates.getLast();
        assertThat(again.kind()).isEqualTo(Gate.Kind.APPROVAL);
        assertThat(again.targets()).isEqualTo(names("n2", "n3", "n4"));
        assertThat(again.amendments()).hasSize(1);
        assertThat(sentTo(run, Purpose.ACT)).isEqualTo(names("n1", "n2"));
        hosts.failing.clear();
        hosts.answers.add("y");
        run.restart();
        hosts.answers.add("y");
        run.go();
        assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.RECOVERED);
    }

    @Test
    void whatWasDoneCanBeTakenBackWithoutSendingToTheRest() {
        hosts.failing.add("n2");
        hosts.policy =
                gate -> {
                    hosts.failing.clear();
                    return Optional.of("y").filter(yes -> gate.kind() == Gate.Kind.UNDO);
                };
        PureRun run = run(4, "batch: 1", "y", "undo");
        assertThat(sentTo(run, Purpose.ACT)).isEqualTo(names("n1", "n2"));
        assertThat(sentTo(run, Purpose.UNDO)).isEqualTo(names("n1", "n2"));
        assertThat(run.state.settled(new StepId("cure")).orElseThrow().reasons())
                .containsExactly(
                        "taken back on n1, n2",
                        "cure was not started on n3, n4 (1 ok · 1 failed · 0 unknown · 2 not started)");
        assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.STILL_BROKEN);
    }

    @Test
    void aWaveWithoutProofIsSentAgainWithoutTheOnesBeforeIt() {
        hosts.useless.add("n2");
        PureRun run = run(3, "batch: 1", "y", "retry");
        Gate again = hosts.gates.getLast();
        assertThat(again.kind()).isEqualTo(Gate.Kind.APPROVAL);
        assertThat(again.targets()).containsExactlyInAnyOrderElementsOf(names("n2", "n3"));
        assertThat(sentTo(run, Purpose.ACT)).isEqualTo(names("n1", "n2"));
        hosts.useless.clear();
        hosts.answers.add("y");
        run.restart();
        hosts.answers.add("y");
        run.go();
        assertThat(run.state.settled(new StepId("cure")).orElseThrow().outcome())
                .isEqualTo(StepOutcome.SUCCEEDED);
    }

    @Test
    void aWaveWithoutProofOffersTheMenuToo() {
        hosts.useless.add("n2");
        run(3, "batch: 1", "y");
        assertThat(keys())
                .containsExactly(
                        "again",
                        "rest",
                        "retry",
                        "amend",
                        "inspect",
                        "skip_host",
                        "exclude_host",
                        "undo",
                        "skip",
                        "stop");
    }

    @Test
    void anAmendedCommandOfAWaveWithoutProofIsAskedAbout() {
        hosts.useless.add("n2");
        PureRun run = run(3, "batch: 1", "y", "amend n2 other");
        Gate again = hosts.gates.getLast();
        assertThat(again.kind()).isEqualTo(Gate.Kind.APPROVAL);
        assertThat(again.targets()).containsExactlyInAnyOrderElementsOf(names("n2", "n3"));
        assertThat(sentTo(run, Purpose.ACT)).isEqualTo(names("n1", "n2"));
    }
}
