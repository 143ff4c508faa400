package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.StepId;
import dev.blackstart.testing.Golden;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A log of a check that many hosts refuse: each reason once, and no host lost.
class ManySilentHostsTest {
    private static final StepId LOCK = new StepId("lock");
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);

    private final List<Recorded> events = new ArrayList<>();

    private static HostName host(int number) {
        return new HostName("n" + number);
    }

    private void add(RunEvent event) {
        events.add(new Recorded(RUN, events.size() + 1L, SampleGates.NOW, "hash", event));
    }

    private void start(int number) {
        add(new RunEvent.ObservationStarted(LOCK, host(number)));
    }

    private void refuse(int number, String why) {
        String place = "127.0.0.1:" + (40_000 + number);
        add(
                new RunEvent.Observed(
                        LOCK,
                        host(number),
                        new Observation.NoAnswer("no connection to " + place + ": " + why)));
    }

    private List<String> log(int few) {
        ProgressLines progress =
                new ProgressLines(SampleRun.runbook(), ZoneOffset.UTC, () -> 80, few);
        return events.stream()
                .flatMap(recorded -> progress.of(recorded, Mode.LIVE).stream())
                .toList();
    }

    @Test
    void oneReasonOfAllIsToldOnce() {
        IntStream.rangeClosed(1, 40).forEach(this::start);
        IntStream.iterate(40, n -> n > 0, n -> n - 1)
                .forEach(number -> refuse(number, "Connection refused"));
        Golden.check("view/progress/all-refuse.txt", log(ProgressLines.FEW));
        assertThat(log(ProgressLines.NONE)).isEqualTo(log(ProgressLines.FEW));
    }

    @Test
    void oneHostAmongManyKeepsItsOwnLine() {
        IntStream.rangeClosed(1, 40).forEach(this::start);
        refuse(7, "No route to host");
        IntStream.rangeClosed(1, 40)
                .filter(number -> number != 7)
                .forEach(number -> refuse(number, "Connection refused"));
        Golden.check("view/progress/one-other-reason.txt", log(ProgressLines.FEW));
    }

    @Test
    void aLongReasonStandsOnceBelow() {
        IntStream.rangeClosed(1, 7).forEach(this::start);
        IntStream.rangeClosed(1, 7).forEach(this::askForPin);
        Golden.check("view/progress/unknown-keys.txt", log(ProgressLines.FEW));
        assertThat(EvidenceTable.of(SampleRun.runbook(), RunState.fold(events)).lines(100))
                .contains("    host_key: ssh-ed25519 AAAA1", "    host_key: ssh-ed25519 AAAA7");
    }

    private void askForPin(int number) {
        String reason =
                "The host key of n%d is not known.\nAdd under it:\n  host_key: ssh-ed25519 AAAA%d"
                        .formatted(number, number);
        add(new RunEvent.Observed(LOCK, host(number), new Observation.NoAnswer(reason)));
    }

    @Test
    void theEvidenceHasEveryReasonInFull() {
        IntStream.rangeClosed(1, 40).forEach(number -> refuse(number, "Connection refused"));
        List<String> lines =
                EvidenceTable.of(SampleRun.runbook(), RunState.fold(events)).lines(100);
        assertThat(lines)
                .contains(
                        "  n1: no answer: no connection to 127.0.0.1:40001: Connection refused",
                        "  n40: no answer: no connection to 127.0.0.1:40040: Connection refused");
    }
}
