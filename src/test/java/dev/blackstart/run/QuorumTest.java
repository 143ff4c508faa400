package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A majority of live members is never taken away, and a group starts together only when there is
/// none.
class QuorumTest {
    private final SickHosts hosts = new SickHosts();

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
            verify: { check: look, that: host.fine, within: 10s, every: 5s }
        """
                + spread.indent(4);
    }

    private PureRun run(int count, String spread, String... answers) {
        hosts.answers.addAll(List.of(answers));
        return new PureRun(PureRun.plan(PureRun.runbook(yaml(spread)), count, true), hosts).go();
    }

    private void live(int... numbers) {
        for (int number : numbers) {
            hosts.fine.add("n" + number);
        }
    }

    private static List<List<String>> waves(PureRun run) {
        return run.all(RunEvent.WaveBegun.class).stream()
                .map(wave -> wave.hosts().stream().map(HostName::value).toList())
                .toList();
    }

    @Test
    void asManyGoAsTheMajorityCanSpare() {
        live(1, 2, 3, 4, 5);
        assertThat(waves(run(5, "keep_quorum: true", "y")))
                .containsExactly(List.of("n1", "n2"), List.of("n3", "n4"), List.of("n5"));
        Gate gate = hosts.gates.getFirst();
        assertThat(gate.why())
                .contains("5 of 5 members of nodes are live (n1, n2, n3, n4, n5), 3 must be");
        assertThat(gate.waves().orElseThrow().of()).isEqualTo(3);
    }

    @Test
    void whatIsDownGoesFirstAndMakesRoom() {
        live(1, 2);
        PureRun run = run(3, "keep_quorum: true", "y");
        assertThat(waves(run)).containsExactly(List.of("n3"), List.of("n1"), List.of("n2"));
    }

    @Test
    void aWaveIsMadeSmallerWhenAMemberGoesDown() {
        live(1, 2, 3, 4, 5);
        hosts.onAct.put("n2", () -> hosts.fine.remove("n5"));
        PureRun run = run(5, "batch: 2\nkeep_quorum: true", "y");
        assertThat(waves(run))
                .containsExactly(List.of("n1", "n2"), List.of("n3"), List.of("n4"), List.of("n5"));
        assertThat(run.all(RunEvent.WaveBegun.class))
                .extracting(RunEvent.WaveBegun::number)
                .containsExactly(1, 2, 2, 3);
        assertThat(run.all(RunEvent.GateOpened.class)).hasSize(1);
    }

    @Test
    void nothingIsSentWhereTheMajorityWouldGo() {
        live(1, 2, 3);
        hosts.onAct.put("n1", () -> hosts.fine.remove("n3"));
        PureRun run = run(3, "batch: 1\nkeep_quorum: true", "y", "recheck");
        assertThat(waves(run)).hasSize(1);
        Gate asked = hosts.gates.getLast();
        assertThat(asked.headline())
                .isEqualTo(
                        "Cure: sending it to n2 would leave no majority · 1 ok · 0 failed · 0 unknown · 2 not started. How shall the run go on?");
        assertThat(asked.why())
                .containsExactly(
                        "2 of 3 members of nodes are live (n1, n2), 2 must be; not live: n3");
        assertThat(asked.choices())
                .extracting(Choice::key)
                .containsExactly("recheck", "skip", "stop");
        live(3);
        hosts.answers.add("recheck");
        assertThat(waves(run.go())).hasSize(3);
    }

    @Test
    void whoIsSilentIsNotLive() {
        live(1, 2, 3);
        hosts.onAct.put("n1", () -> hosts.silent.add("n3"));
        run(3, "batch: 1\nkeep_quorum: true", "y");
        assertThat(hosts.gates.getLast().why())
                .containsExactly(
                        "2 of 3 members of nodes are live (n1, n2), 2 must be; not known: n3");
    }

    @Test
    void whereThereIsNoMajorityAPersonMaySendToThoseThatAreNotLive() {
        live(1);
        PureRun run = run(3, "batch: 3\nkeep_quorum: true", "y", "not_live");
        Choice choice = hosts.gates.get(1).choice("not_live").orElseThrow();
        assertThat(choice.label()).isEqualTo("send it to n2, not shown to be live; no other");
        assertThat(waves(run)).containsExactly(List.of("n2"), List.of("n3"), List.of("n1"));
    }

    /// Every pattern of live, down and silent members, every order of sizes: whenever a wave
    /// begins, the members that are live and not in it are a majority.
    @ParameterizedTest
    @CsvSource({"3,1", "4,2", "5,5"})
    void aMajorityStaysWhateverIsLive(int count, int batch) {
        for (int pattern = 0; pattern < Math.pow(3, count); pattern += count > 4 ? 7 : 1) {
            SickHosts world = new SickHosts();
            for (int i = 0, rest = pattern; i < count; i++, rest /= 3) {
                if (rest % 3 != 0) {
                    world.fine.add("n" + (i + 1));
                }
                if (rest % 3 == 2) {
                    world.silent.add("n" + (i + 1));
                }
            }
            int majority = count / 2 + 1;
            List<String> broken = new ArrayList<>();
            List<String> out = new ArrayList<>();
            world.policy = gate -> gate.choice("y").map(Choice::key);
            world.onSending =
                    host -> {
                        out.add(host);
                        long live =
                                world.fine.stream()
                                        .filter(it ->
                                                !world.silent.contains(it) && !out.contains(it))
                                        .count();
                        if (live < majority) {
                            broken.add(host);
                        }
                    };
            world.onPassing = out::clear;
            world.onLook = out::clear;
            new PureRun(
                            PureRun.plan(
                                    PureRun.runbook(
                                            yaml("batch: " + batch + "\nkeep_quorum: true")),
                                    count,
                                    true),
                            world)
                    .go();
            assertThat(broken).as("pattern " + pattern).isEmpty();
        }
    }

    @Test
    void membersStartTogetherWhenTheirQuorumIsSeenToBeLost() {
        live(1);
        PureRun run = run(3, "start: together", "y");
        Gate gate = hosts.gates.getFirst();
        assertThat(gate.why())
                .contains(
                        "the quorum is lost: 1 of 3 members of nodes is live (n1), 2 must be; not live: n2, n3");
        assertThat(gate.waves().orElseThrow().terms())
                .containsExactly(
                        "all at once: every command goes out before the end of any is waited for");
        assertThat(gate.licenses())
                .extracting(license -> license.host() + "=" + license.value())
                .containsExactly("n1=true", "n2=false", "n3=false");
        assertThat(run.all(RunEvent.Dispatched.class)).hasSize(3);
        int firstEnd = first(run, RunEvent.Ended.class);
        assertThat(run.events.subList(firstEnd, run.events.size()))
                .noneMatch(it -> it.event() instanceof RunEvent.Dispatched);
    }

    private static int first(PureRun run, Class<? extends RunEvent> type) {
        for (int i = 0; i < run.events.size(); i++) {
            if (type.isInstance(run.events.get(i).event())) {
                return i;
            }
        }
        throw new AssertionError("no " + type);
    }

    @Test
    void aQuorumThatIsNotSeenToBeLostRefusesIt() {
        live(1, 2);
        hosts.silent.add("n2");
        PureRun run = run(3, "start: together", "y");
        assertThat(run.all(RunEvent.Dispatched.class)).isEmpty();
        RunEvent.StepSettled settled = run.all(RunEvent.StepSettled.class).getLast();
        assertThat(settled.outcome()).isEqualTo(StepOutcome.REFUSED);
        assertThat(settled.reasons())
                .containsExactly(
                        "cure starts the members of nodes together, which is allowed when their quorum is seen to be lost: 1 of 3 members of nodes is live (n1), 2 must be; not live: n3; not known: n2; where losing it is accepted, say so in `quorum_loss:`");
    }

    @Test
    void aReasonAllowsIt() {
        live(1, 2, 3);
        PureRun run = run(3, "start: together\nquorum_loss: The daemons hang already.", "y");
        assertThat(run.all(RunEvent.Dispatched.class)).hasSize(3);
        assertThat(hosts.gates.getFirst().waves().orElseThrow().terms())
                .contains("losing the quorum is accepted: The daemons hang already.");
    }

    @Test
    void aQuorumThatComesBackAfterTheYesTakesTheYesAway() {
        live(1);
        hosts.policy =
                gate -> {
                    if (gate.kind() == Gate.Kind.APPROVAL && hosts.gates.size() == 1) {
                        hosts.fine.addAll(Set.of("n2", "n3"));
                        return gate.choice("y").map(Choice::key);
                    }
                    return java.util.Optional.empty();
                };
        PureRun run = run(3, "start: together");
        assertThat(run.all(RunEvent.Dispatched.class)).isEmpty();
        assertThat(run.all(RunEvent.GateVoided.class).getFirst().reason())
                .startsWith("no longer allowed: cure starts the members of nodes together");
    }
}
