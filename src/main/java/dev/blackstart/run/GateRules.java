package dev.blackstart.run;

import java.time.Instant;
import java.util.Optional;

/// Which answers a gate takes.
public final class GateRules {
    private GateRules() {}

    /// Why an answer does not count, in one sentence; empty when it does.
    ///
    /// @param typed what was typed in full besides the choice
    /// @param note the reason given
    public static Optional<String> refusal(
            RunState state,
            GateId id,
            String digest,
            String choice,
            String typed,
            String note,
            Person by,
            Instant now) {
        Optional<Gate> open = state.gates().open().filter(gate -> gate.id().equals(id));
        if (open.isEmpty()) {
            return Optional.of(
                    "Gate " + id + " is not open any more; nothing was changed by this answer.");
        }
        Gate gate = open.get();
        if (!gate.digest().equals(digest)) {
            return Optional.of("Gate " + id + " has changed since you saw it; look at it again.");
        }
        if (!now.isBefore(gate.expires())) {
            return Optional.of("Gate " + id + " closed at " + gate.expires() + "; it means no.");
        }
        Optional<Choice> chosen = gate.choice(choice);
        if (chosen.isEmpty()) {
            return Optional.of(
                    "`%s` is not a choice here; choose one of %s."
                            .formatted(
                                    choice,
                                    String.join(
                                            ", ",
                                            gate.choices().stream().map(Choice::key).toList())));
        }
        if (!chosen.get().typed().equals(typed) && !chosen.get().typed().isEmpty()) {
            return Optional.of(
                    "`%s` was asked for and something else was typed; nothing was sent."
                            .formatted(chosen.get().typed()));
        }
        return gate.yes(choice) ? people(state, gate, note, by) : Optional.empty();
    }

    private static Optional<String> people(RunState state, Gate gate, String note, Person by) {
        if (gate.peopleNeeded() == 1) {
            return Optional.empty();
        }
        if (note.isBlank()) {
            return Optional.of("An irreversible action needs a reason; give one with your answer.");
        }
        return state.gates().yesSayers(gate.id()).contains(by)
                ? Optional.of("You have said yes already; a second person must, too.")
                : Optional.empty();
    }
}
