package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
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
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Value;
import dev.blackstart.view.Outlook;
import dev.blackstart.view.SampleGates;
import dev.blackstart.view.SampleRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A run of the sample runbook, told event by event at chosen seconds.
final class Story {
    static final Person ANNA = new Person("anna");
    static final Instant START = SampleGates.NOW;
    private static final GateId GATE = SampleGates.mutate().id();

    private final RunId run = RunId.of(1_772_000_000_000L, 7, 7);
    private final List<Recorded> events = new ArrayList<>();
    private long second;

    Story() {
        add(
                new RunEvent.RunOpened(
                        run,
                        "stuck-cache",
                        "Free a cache whose lock file was left behind",
                        Mode.LIVE,
                        ANNA,
                        Map.of(),
                        Map.of(),
                        "0.1.0",
                        Optional.empty()));
    }

    Story at(long seconds) {
        second = seconds;
        return this;
    }

    Story add(RunEvent event) {
        events.add(
                new Recorded(
                        run,
                        events.size() + 1L,
                        START.plusSeconds(second),
                        "%064x".formatted(events.size() + 1L),
                        event));
        return this;
    }

    Story looks(String step, String host) {
        return add(new RunEvent.ObservationStarted(new StepId(step), new HostName(host)));
    }

    Story sees(String step, String host, String finding, boolean value, String boot) {
        return sees(step, host, finding, value, boot, Kept.NOTHING);
    }

    Story sees(String step, String host, String finding, boolean value, String boot, Kept stdout) {
        return add(
                new RunEvent.Observed(
                        new StepId(step),
                        new HostName(host),
                        new Observation.Seen(
                                OptionalInt.of(0),
                                Optional.empty(),
                                false,
                                Duration.ofSeconds(1),
                                stdout,
                                Kept.NOTHING,
                                Map.of(
                                        new FindingName(finding),
                                        new Reading.Taken(new Value.Bool(value))),
                                Optional.of(boot))));
    }

    Story silent(String step, String host, String reason) {
        return add(
                new RunEvent.Observed(
                        new StepId(step), new HostName(host), new Observation.NoAnswer(reason)));
    }

    Story asks() {
        return add(new RunEvent.GateOpened(SampleGates.mutate()));
    }

    Story answers(String choice, String note) {
        return add(
                new RunEvent.GateAnswered(GATE, SampleGates.mutate().digest(), choice, note, ANNA));
    }

    Story says(Gate gate, String person) {
        return add(
                new RunEvent.GateAnswered(
                        gate.id(), gate.digest(), Gate.YES, "", new Person(person)));
    }

    Story sends(String step, String host) {
        return add(new RunEvent.Dispatched(key(step, host), Purpose.ACT, "ab", "cd", GATE));
    }

    Story ends(String step, String host, Outcome outcome, Kept stdout) {
        return add(new RunEvent.Ended(key(step, host), Purpose.ACT, outcome, stdout, Kept.NOTHING));
    }

    Story settles(String step, StepOutcome outcome, String... reasons) {
        return add(new RunEvent.StepSettled(new StepId(step), outcome, List.of(reasons)));
    }

    Story closes(Verdict verdict) {
        return add(new RunEvent.Closed(verdict, List.of(), START.plusSeconds(second)));
    }

    private static ActionKey key(String step, String host) {
        return new ActionKey(new StepId(step), new HostName(host), 1);
    }

    static Kept kept(String text) {
        return new Kept(text, text.length(), "ee".repeat(32), Optional.empty());
    }

    /// The report of a run as it is read after its last event.
    static RunReport report(List<Recorded> events) {
        return new RunReport(
                SampleRun.runbook(), events, new Outlook(events.getLast().at(), false));
    }

    List<Recorded> events() {
        return List.copyOf(events);
    }
}
