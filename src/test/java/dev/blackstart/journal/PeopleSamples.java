package dev.blackstart.journal;

import dev.blackstart.run.GateId;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One event of each type that tells what people do with a run.
final class PeopleSamples {
    private PeopleSamples() {}

    static void add(Map<String, RunEvent> all) {
        all.put(
                "RunOpened",
                new RunEvent.RunOpened(
                        EventSamples.RUN,
                        "frozen-store",
                        "Bring a frozen store back",
                        Mode.LIVE,
                        EventSamples.ANNA,
                        Map.of(
                                "runbook/runbook.yaml",
                                EventSamples.DIGEST,
                                "inventory.yaml",
                                EventSamples.DIGEST),
                        Map.of("emergency_dns", "9.9.9.9", "token", "***"),
                        "0.1.0",
                        Optional.empty()));
        all.put(
                "RunOpened-drill",
                new RunEvent.RunOpened(
                        EventSamples.RUN,
                        "frozen-store",
                        "",
                        Mode.DRILL,
                        EventSamples.ANNA,
                        Map.of(),
                        Map.of(),
                        "0.1.0",
                        Optional.of("frozen-store")));
        all.put("RunResumed", new RunEvent.RunResumed(EventSamples.ANNA));
        all.put(
                "RunResumed-taken-over",
                new RunEvent.RunResumed(
                        new Person("bo"),
                        Optional.of(
                                new RunEvent.TakeOver(
                                        Optional.of(EventSamples.ANNA), "her terminal is gone"))));
        all.put(
                "Answered",
                new RunEvent.Answered(
                        EventSamples.STEP, EventSamples.FINDING, "yes", EventSamples.ANNA));
        all.put("WheelOffered", new RunEvent.WheelOffered(EventSamples.ANNA, new Person("bo")));
        all.put("WheelDeclined", new RunEvent.WheelDeclined(new Person("bo")));
        all.put("WheelTaken", new RunEvent.WheelTaken(new Person("bo")));
        all.put("Noted", EventSamples.noted("cp1 has another boot id: “neu”"));
        all.put(
                "ClockJumped",
                new RunEvent.ClockJumped(Duration.ofDays(3), List.of(new GateId(4))));
        all.put("Paused", new RunEvent.Paused("journal"));
        all.put("StopRequested", new RunEvent.StopRequested(EventSamples.ANNA, "wrong cluster"));
        all.put(
                "Closed-unknown",
                new RunEvent.Closed(
                        Verdict.WITH_UNKNOWNS,
                        List.of("nobody knows"),
                        EventSamples.AT,
                        List.of(EventSamples.HOST)));
        all.put(
                "Closed",
                new RunEvent.Closed(Verdict.RECOVERED, List.of("all is well"), EventSamples.AT));
    }
}
