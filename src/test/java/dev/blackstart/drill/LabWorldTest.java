package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.reading.DrillReader;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a drill in the lab asks of the lab's script, with a script that keeps its faults in files.
class LabWorldTest {
    private static final String SCRIPT =
            """
            #!/bin/sh
            cd "${0%/*}" || exit 1
            case $1 in
                inject) [ "$2" != stubborn ] || { echo "there is no host for it" >&2; exit 3; }
                    : >"$2"; shift 2; echo "$*" >hosts ;;
                heal) echo "$2" >>healed; rm -f "$2" ;;
                probe) if [ -e "$2" ]; then echo "present its file is there"; else echo "absent its file is gone"; fi ;;
                state) printf 'a\\tboot\\t%s\\nb\\tboot\\t1\\n' "$(cat boot 2>/dev/null || echo 1)" ;;
            esac
            """;

    private static final String DRILL =
            """
            drill: lab-frozen
            runbook: frozen
            title: A store is frozen
            world: lab
            inject: [ { fault: FAULT, hosts: [ c, d ], knobs: { SECONDS_AWAY: 75 } } ]
            must_recover: true
            """;

    @TempDir Path folder;
    private Path script = Path.of("lab");

    @BeforeEach
    void script() throws IOException {
        script = folder.resolve("lab");
        Files.writeString(script, SCRIPT);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private Laboratory laboratory(Map<String, String> env) {
        return new Laboratory(script, env);
    }

    private static Drill drill(String fault) {
        return switch (DrillReader.read("lab-frozen.yaml", DRILL.replace("FAULT", fault))) {
            case Read.Accepted<Drill> accepted -> accepted.value();
            case Read.Refused<Drill> refused -> throw new AssertionError(refused.problems());
        };
    }

    private LabWorld open() throws LaboratoryException {
        return LabWorld.open(laboratory(Map.of()), drill("frozen"));
    }

    @Test
    void aFaultThatIsStillThereIsNotRecovered() throws Exception {
        try (LabWorld world = open()) {
            assertThat(Files.readString(folder.resolve("hosts")))
                    .isEqualTo("ON=c,d SECONDS_AWAY=75\n");
            assertThat(world.seen(Set.of()))
                    .containsExactly(
                            new DrillScore.Expectation(
                                    "frozen is gone, seen from outside: its file is there", false),
                            new DrillScore.Expectation(
                                    "leave every host alone to which nothing is done", true));
        }
    }

    @Test
    void whatTheRunCuredIsSeenAndHealedAllTheSame() throws Exception {
        try (LabWorld world = open()) {
            Files.delete(folder.resolve("frozen"));
            assertThat(world.seen(Set.of())).allMatch(DrillScore.Expectation::held);
        }
        assertThat(Files.readAllLines(folder.resolve("healed"))).containsExactly("frozen");
    }

    @Test
    void aHostMayChangeOnlyWhenSomethingWasDoneToIt() throws Exception {
        try (LabWorld world = open()) {
            Files.delete(folder.resolve("frozen"));
            Files.writeString(folder.resolve("boot"), "2");
            assertThat(world.seen(Set.of("a"))).allMatch(DrillScore.Expectation::held);
            assertThat(world.seen(Set.of("b")))
                    .contains(
                            new DrillScore.Expectation(
                                    "leave a alone: its boot was 1 and is 2", false));
        }
    }

    @Test
    void whatCouldNotBeSeenBeforeHasNotBeenSeenToChange() throws Exception {
        Files.writeString(folder.resolve("boot"), "?");
        try (LabWorld world = open()) {
            Files.delete(folder.resolve("frozen"));
            Files.writeString(folder.resolve("boot"), "2");
            assertThat(world.seen(Set.of("b"))).allMatch(DrillScore.Expectation::held);
        }
    }

    @Test
    void whatCannotBeInjectedIsSaidInTheLabsOwnWords() {
        assertThatThrownBy(() -> LabWorld.open(laboratory(Map.of()), drill("stubborn")))
                .isInstanceOf(LaboratoryException.class)
                .hasMessage(
                        "`lab inject stubborn ON=c,d SECONDS_AWAY=75` ended with 3: there is no host for it");
    }

    @Test
    void aLabThatIsNotUpOrNotReachableSaysWhatToDo() throws Exception {
        Map<String, String> here = Map.of("BLACKSTART_LAB", folder.toString());
        assertThat(new Laboratory(folder.resolve("none"), here).refusal().orElseThrow())
                .contains("has no lab");
        assertThat(laboratory(here).refusal().orElseThrow()).contains("blackstart lab up");
        Files.writeString(folder.resolve("inventory.yaml"), "hosts: {}\n");
        assertThat(laboratory(here).refusal().orElseThrow()).contains("blackstart lab drill NAME");
        assertThat(
                        laboratory(
                                        Map.of(
                                                "BLACKSTART_LAB",
                                                folder.toString(),
                                                "BLACKSTART_LAB_OPS",
                                                "1"))
                                .refusal())
                .isEmpty();
    }
}
