package dev.blackstart.view;

import dev.blackstart.run.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// *What now*: who is needed, what the run waits for, since when and until when.
public record NowLines(ZoneId zone, int columns) {
    /// @param since when the gate opened
    public List<String> open(Gate gate, Instant since, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.addAll(labelled("needed", who(gate) + " to answer gate " + gate.id()));
        lines.addAll(labelled("for", gate.headline()));
        lines.addAll(labelled("since", Clocks.both(since, zone) + ", " + Elapsed.ago(since, now)));
        lines.addAll(
                labelled(
                        "until",
                        Clocks.both(gate.expires(), zone)
                                + ", "
                                + Elapsed.shown(Duration.between(now, gate.expires()))
                                + " left; then it means "
                                + (gate.kind() == Gate.Kind.WORK ? gate.fallback() : "no")));
        lines.addAll(labelled("waits", waits(gate)));
        return List.copyOf(lines);
    }

    private static String waits(Gate gate) {
        return gate.kind() == Gate.Kind.WORK
                ? "nothing: the action goes on meanwhile, until its host ends it at its time limit"
                : "the run: nothing is sent before a yes, whatever is left open";
    }

    /// For a run that is left while it needs a person.
    ///
    /// @param since when the gate opened
    public List<String> left(Gate gate, Instant since) {
        return labelled(
                "needed",
                who(gate)
                        + " to answer what gate "
                        + gate.id()
                        + " asked at "
                        + Clocks.both(since, zone)
                        + ": "
                        + gate.headline());
    }

    private static String who(Gate gate) {
        return gate.people() > 1 ? gate.people() + " people" : "a person";
    }

    private List<String> labelled(String label, String words) {
        return Section.whole(label, Wrapped.lines(words, columns - Section.INDENT)).shown();
    }
}
