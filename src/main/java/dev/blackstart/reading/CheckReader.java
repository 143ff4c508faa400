package dev.blackstart.reading;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Witnesses;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Reads `check` steps.
final class CheckReader {
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Desk desk;

    CheckReader(Desk desk) {
        this.desk = desk;
    }

    /// @param findings compiled before, so that other steps know their types
    Optional<Step> read(StepNode step, Map<FindingName, Measure> findings) {
        Entries entries = step.entries();
        PartReader parts = new PartReader(desk);
        var heading = parts.heading(step);
        var targets = parts.targets(entries, TIMEOUT);
        var command = new CommandReader(desk).read(entries);
        var admissible = desk.condition(entries, "admissible", true);
        return heading.isEmpty() || targets.isEmpty() || command.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Step.Check(
                                heading.get(),
                                targets.get(),
                                command.get(),
                                findings,
                                admissible,
                                entries.inside("witnesses").map(this::witnesses),
                                entries.duration("fresh_for")
                                        .orElse(Step.Check.DEFAULT_FRESH_FOR)));
    }

    private Witnesses witnesses(Entries entries) {
        int min = entries.count("min").orElse(1);
        int outside = entries.count("outside").orElse(0);
        if (outside > min && entries.has("min")) {
            desk.problems()
                    .error(
                            entries.valueAt("outside"),
                            "out-of-range",
                            "`outside` is %d, more than the %d witnesses there must be; lower it or raise `min`"
                                    .formatted(outside, min));
        }
        return new Witnesses(Math.max(min, outside), outside);
    }
}
