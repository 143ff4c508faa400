package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Ctrl-C in front of a run that another process carries out: leaves, and changes nothing in it.
final class Detaching implements Leaving {
    private final Consumer<OperatorCommand> submit;

    Detaching(Consumer<OperatorCommand> submit) {
        this.submit = submit;
    }

    @Override
    public void saw(RunId run, RunState state) {
        // nothing of the run hangs on this process
    }

    @Override
    public void signal(Signals.Signal signal) {
        submit.accept(new OperatorCommand.Leave("detached"));
    }

    /// The other process goes on with it.
    @Override
    public List<String> left() {
        return List.of();
    }

    /// Leaving is what was asked for, so no signal ends it.
    @Override
    public Optional<Signals.Signal> signalled() {
        return Optional.empty();
    }
}
