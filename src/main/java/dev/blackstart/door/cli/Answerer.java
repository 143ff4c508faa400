package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Who answers the gates of a run.
@FunctionalInterface
interface Answerer {
    /// May wait for a person; is called on a thread of the door's own, one gate at a time.
    OperatorCommand answer(Gate gate);

    /// Empty when the gate was only shown here, since somebody else answers it.
    default Optional<OperatorCommand> answerIfAsked(Gate gate) {
        return Optional.of(answer(gate));
    }

    /// The yes to a gate counts and nothing is sent under it yet: a no, if one is said in time.
    ///
    /// @param over whether it is too late, or decided otherwise
    default Optional<OperatorCommand> takeBack(Gate gate, BooleanSupplier over) {
        return Optional.empty();
    }
}
