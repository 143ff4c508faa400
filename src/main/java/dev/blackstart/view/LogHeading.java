package dev.blackstart.view;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the times of day in a log mean: told before the first of them, and again when the day
/// changes or the clocks are put forward or back.
public final class LogHeading {
    private final ZoneId zone;
    private Optional<Day> told = Optional.empty();

    private record Day(long day, ZoneOffset offset) {}

    public LogHeading(ZoneId zone) {
        this.zone = zone;
    }

    /// @param lines of the log for this event
    public List<String> above(List<String> lines, Recorded recorded, int columns) {
        Day day = day(recorded.at());
        boolean timeless = lines.isEmpty() || recorded.event() instanceof RunEvent.RunOpened;
        if (timeless || told.filter(day::equals).isPresent()) {
            return lines;
        }
        told = Optional.of(day);
        List<String> all =
                new ArrayList<>(Wrapped.lines(Clocks.heading(recorded.at(), zone), columns));
        all.addAll(lines);
        return List.copyOf(all);
    }

    private Day day(Instant at) {
        return new Day(at.atZone(zone).toLocalDate().toEpochDay(), zone.getRules().getOffset(at));
    }
}
