package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Weighed;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What speaks for a hypothesis and against it, and which check would decide.
class HypothesisLinesTest {
    private static final Runbook RUNBOOK = SampleRun.runbook();

    private static Plan plan() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cli/runbooks/inventory.yaml"));
        Inventory inventory =
                switch (InventoryReader.read("inventory.yaml", text)) {
                    case Read.Accepted<Inventory> accepted -> accepted.value();
                    case Read.Refused<Inventory> refused ->
                            throw new AssertionError(refused.problems().toString());
                };
        return new Plan(RUNBOOK, inventory, Map.of(), Mode.LIVE);
    }

    private static List<String> lines(RunState state) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Weighed weighed : Weighed.all(plan(), state, SampleGates.NOW)) {
            lines.addAll(new HypothesisLines(RUNBOOK, 80).whole(weighed));
        }
        return lines;
    }

    private static Recorded silent(String step, String host) {
        return new Recorded(
                RunId.of(1_772_000_000_000L, 1, 1),
                1,
                SampleGates.NOW.minusSeconds(9),
                "hash",
                new RunEvent.Observed(
                        new StepId(step),
                        new HostName(host),
                        new Observation.NoAnswer("connection refused")));
    }

    @Test
    void beforeAnythingWasAskedTheFirstCheckIsNext() throws IOException {
        assertThat(lines(new RunState()))
                .contains("UNDECIDED  lock_is_cause")
                .contains("  next     check lock on web1, web2 would decide: not asked yet")
                .noneMatch(line -> line.startsWith("  for"));
    }

    @Test
    void namesTheHostsThatGaveNoAnswer() throws IOException {
        RunState state = RunState.fold(List.of(silent("lock", "web1"), silent("lock", "web2")));
        assertThat(String.join("\n", lines(state)))
                .contains("check lock on web1, web2 would decide: connection refused");
    }
}
