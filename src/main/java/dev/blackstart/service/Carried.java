package dev.blackstart.service;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.RunId;

/// One run that this process carries out.
public interface Carried extends AutoCloseable {
    RunId id();

    /// Carries the run out on the calling thread until it closes or has to wait.
    ///
    /// @return why it came back, one sentence
    String run();

    /// From any thread.
    void submit(OperatorCommand command);

    @Override
    void close();
}
