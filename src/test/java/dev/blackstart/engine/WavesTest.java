package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Waves, quorum and cold starts, really carried out.
class WavesTest extends EngineCase {
    private static String cure(String spread) {
        return "steps:\n"
                + LOOK
                + """
                  - action: cure
                    on: members
                    where: "!host.healthy"
                    risk: mutate
                    run: echo "$HOST" >> ../order; [ ! -e stubborn ] && echo fine > state
                    timeout: 20s
                    verify: { check: look, that: host.healthy, within: 5s, every: 1s }
                """
                + spread.indent(4);
    }

    private Rig sick(String yaml, String... files) throws Exception {
        Rig rig = rig(yaml, files);
        for (String host : new String[] {"a", "b", "c"}) {
            state(rig, host, "sick");
        }
        return rig;
    }

    private List<String> order() throws Exception {
        return Files.readAllLines(folder.resolve("order"));
    }

    private static List<List<String>> waves(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.WaveBegun.class::isInstance)
                .map(event -> ((RunEvent.WaveBegun) event).hosts())
                .map(hosts -> hosts.stream().map(HostName::value).toList())
                .toList();
    }

    @Test
    void oneHostAfterTheOtherEachProvenAndWatched() throws Exception {
        try (Rig rig = sick(cure("batch: 1\npause: 1s")).answer("cure", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(order()).containsExactly("a", "b", "c");
            assertThat(rig.gates).hasSize(1);
            assertThat(rig.events().stream().filter(RunEvent.WaveProven.class::isInstance))
                    .hasSize(4);
        }
    }

    @Test
    void aHostThatTheCureDoesNotHelpKeepsItFromTheOthers() throws Exception {
        try (Rig rig = sick(cure("batch: [ 1, 100% ]")).answer("cure", "y", "stop")) {
            Files.createFile(rig.hosts.home("a").resolve("stubborn"));
            within(rig, 60);
            assertThat(order()).containsExactly("a");
            assertThat(rig.gates.getLast().headline())
                    .contains("stopped at 1 failure · 0 ok · 1 failed · 0 unknown · 2 not started");
        }
    }

    @Test
    void aLostConnectionHoldsTheNextWaveUntilItIsKnownWhatCameOfIt() throws Exception {
        try (Rig rig = sick(cure("batch: 1")).answer("cure", "y")) {
            rig.hosts.loseAfter("a", "order");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(order()).containsExactly("a", "b", "c");
            List<Class<?>> story =
                    rig.events().stream()
                            .<Class<?>>map(Object::getClass)
                            .filter(type ->
                                    type == RunEvent.WaveBegun.class
                                            || type == RunEvent.Resolved.class)
                            .toList();
            assertThat(story)
                    .startsWith(
                            RunEvent.WaveBegun.class,
                            RunEvent.Resolved.class,
                            RunEvent.WaveBegun.class);
        }
    }

    @Test
    void aRunLeftDuringThePauseGoesOnAfterIt() throws Exception {
        try (Rig rig = sick(cure("batch: [ 1, 2 ]\npause: 3s")).answer("cure", "y", "y")) {
            rig.onWaveProven(() -> rig.tell(new OperatorCommand.Leave("going home")));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Left("going home"));
            assertThat(order()).containsExactly("a");
            rig.onWaveProven(() -> {});
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(order().getFirst()).isEqualTo("a");
            assertThat(order().subList(1, 3)).containsExactlyInAnyOrder("b", "c");
            assertThat(waves(rig)).containsExactly(List.of("a"), List.of("b", "c"));
            assertThat(rig.gates.getLast().targets())
                    .containsExactly(new HostName("b"), new HostName("c"));
        }
    }

    @Test
    void evidenceIsSavedRightBeforeEachWave() throws Exception {
        try (Rig rig =
                sick(
                                cure("batch: 1\npreserve: [ scripts/keep.sh ]"),
                                "scripts/keep.sh",
                                "echo \"keep $HOST\" >> ../order\n")
                        .answer("cure", "y")) {
            within(rig, 60);
            assertThat(order()).containsExactly("keep a", "a", "keep b", "b", "keep c", "c");
        }
    }

    @Test
    void aQuorumIsKeptOnWhatTheMembersSayNow() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: restart
                                    on: members
                                    risk: mutate
                                    run: echo "$HOST" >> ../order; [ "$HOST" != a ] || echo sick > ../c/state
                                    timeout: 20s
                                    keep_quorum: true
                                    verify: { check: look, that: host.healthy, within: 5s, every: 1s }
                                """)
                        .answer("restart", "y", "stop")) {
            within(rig, 60);
            assertThat(order()).containsExactly("a");
            assertThat(rig.gates.getLast().headline())
                    .startsWith("Restart: sending it to b would leave no majority");
        }
    }

    /// Each waits until the others are there, as the members of a store do.
    private static final String TOGETHER =
            "steps:\n"
                    + LOOK
                    + """
                      - action: cold_start
                        on: members
                        risk: mutate
                        run: |
                          touch ../here.$HOST
                          for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                            set -- ../here.*; [ $# -eq 3 ] && { echo fine > state; exit 0; }
                            sleep 0.3
                          done
                          exit 1
                        timeout: 20s
                        start: together
                        verify: { check: look, that: host.healthy, within: 5s, every: 1s }
                    """;

    @Test
    void membersThatWaitForEachOtherStartTogether() throws Exception {
        try (Rig rig = sick(TOGETHER).answer("cold_start", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void membersThatStillHaveAQuorumAreNotStartedTogether() throws Exception {
        try (Rig rig = sick(TOGETHER).answer("cold_start", "y")) {
            state(rig, "a", "fine");
            rig.hosts.unreachable("b");
            within(rig, 60);
            assertThat(outcome(rig, "cold_start")).isEqualTo(StepOutcome.REFUSED);
            assertThat(rig.gates).isEmpty();
        }
    }

    @Test
    void whereTheEvidenceOfOneCannotBeSavedNobodyStarts() throws Exception {
        String yaml =
                TOGETHER
                        + """
                            preserve: [ scripts/keep.sh ]
                        """;
        try (Rig rig =
                sick(yaml, "scripts/keep.sh", "[ \"$HOST\" != b ]\n").answer("cold_start", "y")) {
            within(rig, 60);
            assertThat(Files.exists(folder.resolve("here.a"))).isFalse();
            assertThat(rig.gates.getLast().why())
                    .anyMatch(why -> why.startsWith("b: saving evidence"));
        }
    }
}
