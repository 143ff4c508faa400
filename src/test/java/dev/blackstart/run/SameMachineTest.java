package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Several names for one machine.
class SameMachineTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIM6ZQtmyOBtRK3BVT4oFvCGhEBaKPFLqL5ggPzBS3KhS";
    private static final String INVENTORY =
            """
            defaults: { user: ops }
            hosts:
              a: { address: 192.0.2.1, host_key: %s }
              b: { address: 192.0.2.2, host_key: %s }
              c: { address: 192.0.2.3 }
              d: { address: 192.0.2.4 }
            """
                    .formatted(KEY, KEY);
    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            steps:
              - action: act
                on: all
                risk: mutate
                run: "true"
            """;
    private static final Instant NOW = Instant.EPOCH;

    private final RunState state = new RunState();

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> it -> it.value();
            case Read.Refused<T> it -> throw new AssertionError(it.problems().toString());
        };
    }

    private List<String> cautions(Mode mode, String... hosts) {
        Plan plan =
                new Plan(
                        accepted(RunbookReader.read("test", Map.of("runbook.yaml", RUNBOOK))),
                        accepted(InventoryReader.read("inventory.yaml", INVENTORY)),
                        Map.of(),
                        mode);
        return SameMachine.cautions(
                Moment.of(plan, state, NOW), List.of(hosts).stream().map(HostName::new).toList());
    }

    @Test
    void twoNamesWithOneHostKeyAreTold() {
        assertThat(cautions(Mode.LIVE, "a"))
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("a, b show the same host key:"));
    }

    @Test
    void twoNamesThatAnswerWithOneBootIdAreToldOnce() {
        List.of("a", "b", "c", "d")
                .forEach(host ->
                        state.evidence()
                                .booted(
                                        new HostName(host),
                                        host.equals("a") || host.equals("b") ? "1" : "2"));
        assertThat(cautions(Mode.LIVE, "a", "d"))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).startsWith("c, d show the same boot id:"));
    }

    @Test
    void theMachineThisRunIsCarriedOutFromIsTold() {
        state.apply(
                new Recorded(
                        RunId.of(1, 1, 1),
                        1,
                        NOW,
                        "",
                        new RunEvent.Noted("something"),
                        Optional.of(new ClockReading(NOW, Duration.ZERO, "here"))));
        state.evidence().booted(new HostName("c"), "here");
        state.evidence().booted(new HostName("d"), "there");
        assertThat(cautions(Mode.LIVE, "c", "d"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it).startsWith("c is the machine this run is carried out from"));

        state.evidence().booted(new HostName("d"), "here");
        assertThat(cautions(Mode.LIVE, "c", "d"))
                .filteredOn(it -> it.contains("carried out from"))
                .as("all of them in one sentence")
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("c, d are the machine this run is"));
    }

    @Test
    void namesThatAreNoTargetAreNotTold() {
        assertThat(cautions(Mode.LIVE, "c", "d")).isEmpty();
    }

    @Test
    void theHostsOfADrillShareAMachine() {
        assertThat(cautions(Mode.DRILL, "a", "b")).isEmpty();
    }
}
