package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.RunId;
import java.util.concurrent.BlockingQueue;

/// A session in which a test plays what happens, and hears what a person told the run.
record Scene(RunId id, Runnable play, BlockingQueue<OperatorCommand> told) implements Session {
    @Override
    public End run() {
        play.run();
        return new End.Detached();
    }

    @Override
    public void submit(OperatorCommand command) {
        told.add(command);
    }

    @Override
    public void close() {}
}
