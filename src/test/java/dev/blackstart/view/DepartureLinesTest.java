package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Golden;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What was decided after a failure is told in the progress, with who or what decided it.
class DepartureLinesTest {
    private static final StepId STEP = new StepId("drain_log_pipe");
    private static final HostName HOST = new HostName("node2");
    private static final GateId GATE = new GateId(5);
    private static final Person ANNA = new Person("anna");

    private static Kept kept(String text) {
        return new Kept(text, text.length(), "", Optional.empty());
    }

    private static List<RunEvent> events() {
        Observation seen =
                new Observation.Seen(
                        OptionalInt.of(1),
                        Optional.empty(),
                        false,
                        Duration.ofMillis(120),
                        kept("Filesystem  Use%\n/dev/vda1   100%\n" + "│ forged\n".repeat(20)),
                        kept("df: \u001b[2Jdenied\n"),
                        Map.of(),
                        Optional.empty());
        return List.of(
                new RunEvent.HostSkipped(
                        STEP, HOST, Optional.of(GATE), Optional.of(ANNA), "chosen by anna"),
                new RunEvent.HostSkipped(
                        STEP,
                        HOST,
                        Optional.empty(),
                        Optional.empty(),
                        "`on_failure: skip_host`: exit 3"),
                new RunEvent.HostExcluded(
                        HOST, STEP, Optional.of(GATE), Optional.of(ANNA), "chosen by anna"),
                new RunEvent.HostExcluded(
                        HOST,
                        STEP,
                        Optional.empty(),
                        Optional.empty(),
                        "`on_failure: exclude_host`: exit 3"),
                new RunEvent.Amended(GATE, new ActionKey(STEP, HOST, 2), "old", "new", ANNA),
                new RunEvent.InspectionStarted(GATE, STEP, HOST, "df -h /var", ANNA),
                new RunEvent.Inspected(GATE, STEP, HOST, seen),
                new RunEvent.Inspected(
                        GATE, STEP, HOST, new Observation.NoAnswer("connection refused")));
    }

    @Test
    void theProgressTellsEachOfThem() {
        ProgressLines progress = new ProgressLines(SampleRun.runbook(), ZoneOffset.UTC, 80);
        List<String> lines = new ArrayList<>();
        long sequence = 1;
        for (RunEvent event : events()) {
            Recorded recorded =
                    new Recorded(RunId.of(1, 1, 1), sequence++, SampleGates.NOW, "", event);
            lines.addAll(progress.of(recorded, Mode.LIVE));
        }
        Golden.check("view/progress/departures.txt", lines);
    }
}
