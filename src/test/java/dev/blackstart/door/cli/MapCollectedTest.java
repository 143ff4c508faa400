package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ladder of thresholds takes what runs found instead of what somebody once wrote down.
class MapCollectedTest {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir Path folder;
    private final MemoryJournal journal = new MemoryJournal();
    private Terminal terminal = new Terminal(Path.of("."), false, "");

    @BeforeEach
    void anInventory() throws Exception {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(
                folder.resolve("runbooks/inventory.yaml"),
                """
                defaults: { user: ops }
                hosts:
                  a: { address: 192.0.2.1 }
                  b: { address: 192.0.2.2 }
                  c: { address: 192.0.2.3 }
                groups:
                  nodes: { hosts: [ a, b ] }
                  others: { hosts: [ c ] }
                services:
                  daemon:
                    runs_on: nodes
                    thresholds:
                      - { after: 5m, says: it ends, healed_by: itself, collected: lease_lost_after }
                """);
    }

    private void ran(int number, Mode mode, Map<String, Long> seconds) throws Exception {
        List<RunEvent> events = new ArrayList<>();
        RunId run = RunId.of(number, 0, number);
        events.add(
                new RunEvent.RunOpened(
                        run,
                        "audit-timeout-ladder",
                        "The ladder",
                        mode,
                        new Person("anna"),
                        Map.of(),
                        Map.of(),
                        "test",
                        Optional.empty()));
        seconds.forEach((host, value) ->
                events.add(
                        new RunEvent.Observed(
                                new StepId("ladder"), new HostName(host), seen(value))));
        journal.append(run, 0, AT, events);
    }

    private static Observation seen(long seconds) {
        return new Observation.Seen(
                OptionalInt.of(0),
                Optional.empty(),
                false,
                Duration.ofSeconds(1),
                Kept.NOTHING,
                Kept.NOTHING,
                Map.of(
                        new FindingName("lease_lost_after"),
                        new Reading.Taken(new Value.Whole(seconds))),
                Optional.empty());
    }

    private String ladder() {
        terminal = new Terminal(folder, false, "");
        int code =
                new Door(terminal.surroundings(), Fakes.ports(journal, new Fakes.NoOperations()))
                        .run(
                                "map",
                                "--outage",
                                "120s",
                                "--journal",
                                folder.resolve("state").toString());
        assertThat(code).as(terminal.complained()).isZero();
        String shown = terminal.shown();
        return shown.substring(shown.indexOf("An outage of")).replaceAll("\\s+", " ");
    }

    @Test
    void theShortestThatTheNewestRunFoundOnAHostOfTheServiceCounts() throws Exception {
        ran(1, Mode.LIVE, Map.of("a", 7L));
        ran(2, Mode.DIAGNOSIS, Map.of("a", 50L, "b", 47L, "c", 3L));
        ran(3, Mode.DRILL, Map.of("a", 1L));
        assertThat(ladder())
                .contains("47 s daemon itself it ends (found on b on 2026-03-04; written: 5 min)");
    }

    @Test
    void whereNoRunFoundAnyWhatIsWrittenCounts() throws Exception {
        assertThat(ladder()).contains("5 min daemon not reached it ends").doesNotContain("found");
        ran(1, Mode.LIVE, Map.of("a", 0L));
        assertThat(ladder()).contains("5 min daemon not reached it ends").doesNotContain("found");
    }
}
