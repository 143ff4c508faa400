package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import java.util.Optional;

/// The gates of a detached run: they wait for whoever attaches. A gate nobody answers in time means
/// no, as everywhere.
final class Elsewhere implements Answerer {
    @Override
    public OperatorCommand answer(Gate gate) {
        return new OperatorCommand.Leave("nobody answers gates in this process");
    }

    @Override
    public Optional<OperatorCommand> answerIfAsked(Gate gate) {
        return Optional.empty();
    }
}
