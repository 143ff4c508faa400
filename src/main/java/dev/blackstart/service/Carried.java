package dev.blackstart.service;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.RunId;

/// One run that this process carries out.
public interface Carried extends AutoCloseable {
    RunId id();

    /// Why a run came back.
    ///
    /// @param reason one sentence
    /// @param journalLost it could not be written down any more: the run waits for the journal, and
    ///   for nobody
    record End(String reason, boolean journalLost) {}

    /// Carries the run out on the calling thread until it closes or has to wait.
    End run();

    /// From any thread.
    void submit(OperatorCommand command);

    /// @throws Refusal `UNAVAILABLE` when the run could not be given up in the journal
    @Override
    void close();
}
