package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The events of a run that found a lock, refused a restart, removed the lock and proved it, with a
/// host that tries to write its own report.
public final class SampleRun {
    private static final Person ANNA = new Person("anna");
    private static final StepId LOCK = new StepId("lock");
    private static final StepId PORT = new StepId("port");
    private static final StepId RESTART = new StepId("restart_web");
    private static final StepId REMOVE = new StepId("remove_lock");

    private final RunId run = RunId.of(1_772_000_000_000L, 1, 1);
    private final List<Recorded> events = new ArrayList<>();

    public static Runbook runbook() {
        Read<Runbook> read =
                RunbookReader.read(Path.of("src/test/resources/cli/runbooks/stuck-cache"));
        return switch (read) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused ->
                    throw new AssertionError(refused.problems().toString());
        };
    }

    /// @param hosts how many web servers answer
    public static List<Recorded> events(int hosts) {
        SampleRun sample = new SampleRun();
        sample.diagnose(hosts);
        sample.repair();
        return List.copyOf(sample.events);
    }

    private void add(RunEvent event) {
        long sequence = events.size() + 1L;
        events.add(
                new Recorded(
                        run,
                        sequence,
                        SampleGates.NOW.plusSeconds(sequence),
                        "%064x".formatted(sequence),
                        event));
    }

    private void diagnose(int hosts) {
        add(
                new RunEvent.RunOpened(
                        run,
                        "stuck-cache",
                        "Free a cache whose lock file was left behind",
                        Mode.LIVE,
                        ANNA,
                        Map.of(),
                        Map.of("cache", "/srv/cache"),
                        "0.1.0",
                        Optional.empty()));
        for (int i = 1; i <= hosts; i++) {
            add(new RunEvent.ObservationStarted(LOCK, host(i)));
        }
        for (int i = 1; i <= hosts; i++) {
            add(new RunEvent.Observed(LOCK, host(i), seen("lock_left", i == 4, i)));
        }
        add(
                new RunEvent.Observed(
                        PORT,
                        new HostName("laptop"),
                        new Observation.NoAnswer("\u001b[31mno route\u001b[0m <b>to</b> host")));
        add(
                new RunEvent.Established(
                        new HypothesisName("lock_is_cause"),
                        HypothesisVerdict.CONFIRMED,
                        List.of("any(lock_left) is true: web1 says so (2 s ago)")));
        add(
                new RunEvent.Established(
                        new HypothesisName("server_is_cause"),
                        HypothesisVerdict.UNDECIDED,
                        List.of("none(port_answers) is unknown: laptop did not answer")));
        add(
                new RunEvent.StepSettled(
                        RESTART,
                        StepOutcome.REFUSED,
                        List.of(
                                "requires server_is_cause && !lock_is_cause",
                                "server_is_cause is unknown: laptop did not answer")));
    }

    private static Observation seen(String finding, boolean hung, int host) {
        return new Observation.Seen(
                hung ? OptionalInt.empty() : OptionalInt.of(0),
                Optional.empty(),
                hung,
                Duration.ofMillis(hung ? 5_000 : host == 5 ? 4_000 : 300),
                Kept.NOTHING,
                Kept.NOTHING,
                Map.of(
                        new FindingName(finding),
                        hung
                                ? new Reading.Missing("the command did not end")
                                : new Reading.Taken(new Value.Bool(true))),
                Optional.empty());
    }

    private static HostName host(int number) {
        return new HostName("web" + number);
    }

    private void repair() {
        add(new RunEvent.GateOpened(SampleGates.mutate()));
        add(new RunEvent.GateAnswered(new GateId(3), "0123456789abcdef", "y", "", ANNA));
        ActionKey one = new ActionKey(REMOVE, host(1), 1);
        ActionKey two = new ActionKey(REMOVE, host(2), 1);
        for (ActionKey action : List.of(one, two)) {
            add(new RunEvent.Dispatched(action, Purpose.ACT, "ab", "cd", new GateId(3)));
            add(new RunEvent.Sent(action, Purpose.ACT, Optional.empty()));
        }
        add(
                new RunEvent.Ended(
                        one,
                        Purpose.ACT,
                        new Outcome.Succeeded(Duration.ofMillis(400)),
                        Kept.NOTHING,
                        Kept.NOTHING));
        add(
                new RunEvent.Ended(
                        two,
                        Purpose.ACT,
                        new Outcome.Failed("exit 3", Duration.ofMillis(400)),
                        Kept.NOTHING,
                        new Kept(
                                "somebody holds it\n# RECOVERED: all well\n- [x] [click](javascript:alert(1))\n",
                                68,
                                "ee".repeat(32),
                                Optional.empty())));
        add(new RunEvent.Verified(REMOVE, Truth.FALSE, List.of("web2 still has its lock")));
        add(new RunEvent.StepSettled(REMOVE, StepOutcome.FAILED, List.of("web2: exit 3")));
        add(
                new RunEvent.Closed(
                        Verdict.STILL_BROKEN,
                        List.of("remove_lock failed"),
                        SampleGates.NOW.plusSeconds(90)));
    }
}
