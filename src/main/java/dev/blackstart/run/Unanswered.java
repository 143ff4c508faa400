package dev.blackstart.run;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What a gate that nobody answered in time leads to. No answer means no: it closes, and the run
/// stands still until a person takes it up and is asked on evidence that was taken after that,
/// however young the old is (see `Moment.askingAfter`).
final class Unanswered {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Unanswered() {}

    static List<RunEvent> at(Gate gate) {
        String no = "not answered by " + TIME.format(gate.expires()) + " UTC, which means no";
        return List.of(
                new RunEvent.GateVoided(gate.id(), no),
                new RunEvent.Paused(
                        "gate %s at %s was %s; nothing was approved"
                                .formatted(gate.id(), gate.step(), no)));
    }
}
