package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What a gate says that a disruptive action may break.
class ForecastTest {
    private static final String INVENTORY =
            """
            defaults: { user: ops }
            hosts:
              cp1: { address: 192.0.2.1, groups: [ control_plane ] }
              cp2: { address: 192.0.2.2, groups: [ control_plane ] }
              cp3: { address: 192.0.2.3, groups: [ control_plane ] }
              gateway: { address: 192.0.2.9 }
            groups:
              control_plane: { quorum: majority }
            services:
              dns: { runs_on: gateway, tolerates: 30s }
              store: { runs_on: control_plane, needs: { run: [ dns ] } }
              api: { runs_on: control_plane, needs: { start: [ store ], run: [ store ] } }
              batch: { runs_on: cp3, needs: { start: [ dns ] } }
              nightly: { runs_on: gateway, needs: { start: [ batch ] } }
            """;

    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: control_plane
                run: 'true'
                findings: { bad: exit != 0 }
              - action: go
                on: %s
                risk: %s
                requires: any(bad)
                timeout: 20s
                run: reboot
            %s
            """;

    private static List<String> forecast(String on, String risk, String more, String... answering) {
        Inventory inventory = accepted(InventoryReader.read("inventory.yaml", INVENTORY));
        Runbook runbook =
                accepted(
                        RunbookReader.read(
                                "test", Map.of("runbook.yaml", RUNBOOK.formatted(on, risk, more))));
        Step.Acting step = (Step.Acting) runbook.steps().getLast();
        RunState state = RunState.fold(answers(answering));
        return new Forecast(new Plan(runbook, inventory, Map.of(), Mode.LIVE), state)
                .of(step, step.targets().on().in(inventory));
    }

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> it -> it.value();
            case Read.Refused<T> it -> throw new AssertionError(it.problems().toString());
        };
    }

    /// A host whose name begins with `!` was asked and did not answer.
    private static List<Recorded> answers(String... hosts) {
        List<Recorded> events = new ArrayList<>();
        for (String host : hosts) {
            Observation seen =
                    host.startsWith("!")
                            ? new Observation.NoAnswer("no route")
                            : new Observation.Seen(
                                    OptionalInt.of(1),
                                    Optional.empty(),
                                    false,
                                    Duration.ZERO,
                                    Kept.NOTHING,
                                    Kept.NOTHING,
                                    Map.of(),
                                    Optional.empty());
            HostName name = new HostName(host.replace("!", ""));
            events.add(
                    new Recorded(
                            RunId.of(1, 1, 1),
                            events.size() + 1,
                            Instant.EPOCH,
                            "",
                            new RunEvent.Observed(new StepId("look"), name, seen)));
        }
        return events;
    }

    @Test
    void namesTheMembersThatRemainAndWhatIsNotKnownOfThem() {
        assertThat(forecast("cp1", "disrupt", "", "cp1", "cp2", "!cp3"))
                .containsExactly(
                        "control_plane: whether the majority holds is NOT KNOWN. 2 of 3 are"
                                + " needed; without cp1 cp2 remains, cp3 does not answer.",
                        "store goes on with cp2, cp3 only; needed to run by api.",
                        "api goes on with cp2, cp3 only; nothing needs it.");
    }

    @Test
    void saysThatTheMajorityHoldsOrIsLost() {
        assertThat(forecast("cp1", "disrupt", "", "cp2", "cp3").getFirst())
                .contains("the majority holds. 2 of 3 are needed; without cp1 cp2, cp3 remain.");
        assertThat(forecast("cp1, cp2", "disrupt", "", "cp3").getFirst())
                .contains("the majority is LOST");
        assertThat(forecast("cp1", "disrupt", "").getFirst())
                .contains("without cp1 cp2 was not asked, cp3 was not asked");
    }

    @Test
    void namesWhoDependsAndWhichThresholdTheOutageCrosses() {
        assertThat(forecast("gateway", "disrupt", "    expects: { reboot: true, back_within: 5m }"))
                .containsExactly(
                        "dns is gone meanwhile; needed to run by store, api (through store); to"
                                + " start by batch.",
                        "Those who need dns bear its absence for 30 s; this may last 5 min"
                                + " (back_within).",
                        "nightly is gone meanwhile; nothing needs it.");
    }

    @Test
    void whatIsLostComesBeforeWhatGoesOn() {
        assertThat(forecast("cp3", "disrupt", "", "cp1", "cp2", "cp3"))
                .containsExactly(
                        "batch is gone meanwhile; needed to start by nightly.",
                        "control_plane: the majority holds. 2 of 3 are needed; without cp3 cp1, cp2"
                                + " remain.",
                        "store goes on with cp1, cp2 only; needed to run by api.",
                        "api goes on with cp1, cp2 only; nothing needs it.");
    }

    @Test
    void aShorterOutageCrossesNothing() {
        assertThat(forecast("gateway", "disrupt", ""))
                .noneMatch(sentence -> sentence.contains("bear its absence"));
    }

    @Test
    void whatOnlyMutatesBreaksNothing() {
        assertThat(forecast("gateway", "mutate", "")).isEmpty();
    }

    @Test
    void takesOnlyAsManyAsGoAtATime() {
        assertThat(forecast("control_plane", "disrupt", "    batch: 1", "cp1", "cp2", "cp3"))
                .startsWith("At most 1 of 3 at a time, such as cp1:")
                .anyMatch(sentence -> sentence.contains("the majority holds"));
    }
}
