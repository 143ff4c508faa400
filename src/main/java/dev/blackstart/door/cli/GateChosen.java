package dev.blackstart.door.cli;

import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which gate of a run a signed answer is for.
///
/// @param wanted such as `G1`; empty for the open one
/// @param deny a no, which counts as long as something is still to be sent
record GateChosen(RunState state, Optional<String> wanted, boolean deny) {
    /// How long a no to something that was approved already may travel.
    private static final Duration LATE = Duration.ofMinutes(30);

    Gate gate() {
        Gate gate = wanted.isPresent() ? named(wanted.get()) : open();
        if (gate.kind() != Gate.Kind.APPROVAL && gate.kind() != Gate.Kind.UNDO) {
            throw refused(
                    "Gate %s asks how the run goes on, which nobody answers by a signature; blackstart attach answers it."
                            .formatted(gate.id()));
        }
        return gate;
    }

    private Gate named(String name) {
        Optional<Gate> gate =
                name.matches("G?[1-9][0-9]{0,8}")
                        ? state.gates().gate(new GateId(Integer.parseInt(name.replace("G", ""))))
                        : Optional.empty();
        Optional<Gate> open = state.gates().open();
        return gate.filter(it -> deny || open.filter(it::equals).isPresent())
                .orElseThrow(() ->
                        refused(
                                open.map(it -> "That gate is not open; " + it.id() + " is.")
                                        .orElse("That gate is not open, and no other is.")));
    }

    private Gate open() {
        return state.gates()
                .open()
                .orElseThrow(() -> refused("The run waits for nobody: no gate is open."));
    }

    /// When the answer must have been counted.
    Instant until(Gate gate, Instant now) {
        return deny ? now.plus(LATE) : gate.expires();
    }

    private static CannotGoOn refused(String sentence) {
        return new CannotGoOn(ExitCode.REFUSED, sentence + " Nothing was signed.");
    }
}
