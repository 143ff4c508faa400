package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// What became of writes that the journal did not take, in one line.
public final class DuressLine {
    private DuressLine() {}

    static String of(RunEvent.IntentVoid event) {
        return "VOID, nothing was sent: " + event.reason();
    }

    static String of(RunEvent.WrittenAgain event, ZoneId zone) {
        return "%s; it could not be written since %s: %s%s"
                .formatted(
                        late(event.late()),
                        DateTimeFormatter.ofPattern("HH:mm:ss")
                                .withZone(zone)
                                .format(event.since()),
                        event.reason(),
                        event.by().map(by -> "; carried over by " + by).orElse(""));
    }

    /// How many events were recorded late.
    public static String late(int count) {
        return switch (count) {
            case 0 -> "written again, nothing had to be recorded late";
            case 1 -> "1 event recorded late";
            default -> count + " events recorded late";
        };
    }
}
