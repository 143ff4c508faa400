package dev.blackstart.run;

import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The commands of their own that people sent to look around on hosts. Nobody can tell whether they
/// only looked: each goes out at most once, and evidence from before it is stale.
public final class Inspections {
    /// A host stops such a command after this time.
    public static final Duration WITHIN = Duration.ofSeconds(30);

    /// @param at when it ended, or began while it is under way
    /// @param seen empty while it is under way
    public record Inspection(
            RunEvent.InspectionStarted started, Instant at, Optional<Observation> seen) {
        public boolean underWay() {
            return seen.isEmpty();
        }

        /// In words, for a person's eyes.
        public String came() {
            return switch (seen.orElse(new Observation.NoAnswer("it has not ended"))) {
                case Observation.Seen it -> how(it);
                case Observation.NoAnswer none -> "no answer (" + none.reason() + ")";
                case Observation.NotAdmissible not -> not.reason();
            };
        }

        private static String how(Observation.Seen seen) {
            if (seen.timedOut()) {
                return "still running after " + Words.length(seen.took());
            }
            return seen.exit().isPresent()
                    ? "exit " + seen.exit().getAsInt()
                    : "signal " + seen.signal().orElse("unknown");
        }

        private Inspection ended(Observation observation, Instant when) {
            return new Inspection(started, when, Optional.of(observation));
        }
    }

    private final List<Inspection> all = new ArrayList<>();
    private long lastSequence;

    Inspections() {}

    void started(Recorded recorded, RunEvent.InspectionStarted event) {
        lastSequence = recorded.sequence();
        all.add(new Inspection(event, recorded.at(), Optional.empty()));
    }

    /// At most one is under way.
    void ended(Recorded recorded, RunEvent.Inspected event) {
        lastSequence = recorded.sequence();
        all.replaceAll(it -> it.underWay() ? it.ended(event.observation(), recorded.at()) : it);
    }

    /// What was under way when the tool stopped is not seen any more, and not sent again.
    void loseSightOfAll(Recorded recorded) {
        Observation lost = new Observation.NoAnswer("this tool stopped before it ended");
        all.replaceAll(it -> it.underWay() ? it.ended(lost, recorded.at()) : it);
    }

    /// Oldest first.
    public List<Inspection> all() {
        return Collections.unmodifiableList(all);
    }

    /// Those asked for at a step's gates, oldest first.
    public List<Inspection> of(StepId step) {
        return all.stream().filter(it -> it.started().step().equals(step)).toList();
    }

    Optional<Inspection> underWay() {
        return all.stream().filter(Inspection::underWay).findFirst();
    }

    /// Sequence of the last event that may have changed a host; evidence from before it is stale.
    public long lastSequence() {
        return lastSequence;
    }
}
