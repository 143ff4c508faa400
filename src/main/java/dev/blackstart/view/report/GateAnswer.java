package dev.blackstart.view.report;

import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Clocks;
import dev.blackstart.view.EventLine;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// One answer at a gate.
///
/// @param since when the gate was opened, or answered before: the time from then on was waited for
///   this person
record GateAnswer(RunEvent.GateAnswered event, Instant since, Instant at) {
    String who() {
        return event.by().name();
    }

    Duration waited() {
        return Duration.between(since, at);
    }

    /// Such as `03:12:41 UTC`.
    String time() {
        return Clocks.both(at, ZoneOffset.UTC);
    }

    Json json() {
        return Json.object()
                .with("who", who())
                .with("choice", event.choice())
                .with("at", at.toString())
                .with("waited", Length.json(waited()))
                .with("known_by", event.attested().map(EventLine::how));
    }
}
