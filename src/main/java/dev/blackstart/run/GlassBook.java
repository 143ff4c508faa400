package dev.blackstart.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Freezes that somebody acted in spite of, each of which stays open until somebody else has
/// reviewed it.
public final class GlassBook {
    /// @param by who broke the glass
    /// @param reason what they said
    public record Broken(Gate gate, Person by, String reason, Instant at) {}

    private final List<Broken> open = new ArrayList<>();

    GlassBook() {}

    /// Only a signature breaks the glass, and only a yes uses it.
    void answered(Recorded recorded, RunEvent.GateAnswered said, Gate gate) {
        boolean signed =
                said.attested().filter(it -> it.way() == Attestation.Way.SIGNATURE).isPresent();
        if (signed && gate.yes(said.choice()) && Freeze.broken(said.note())) {
            String reason = said.note().substring(Freeze.BREAK_GLASS.length());
            open.add(new Broken(gate, said.by(), reason, recorded.at()));
        }
    }

    void reviewed(RunEvent.GlassReviewed event) {
        open.removeIf(it -> it.gate().id().equals(event.gate()));
    }

    /// What is to be reviewed, oldest first.
    public List<Broken> open() {
        return List.copyOf(open);
    }
}
