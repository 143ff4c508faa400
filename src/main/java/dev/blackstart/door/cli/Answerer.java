package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;

/// Who answers the gates of a run.
@FunctionalInterface
interface Answerer {
    /// May wait for a person; is called on a thread of the door's own, one gate at a time.
    OperatorCommand answer(Gate gate);
}
