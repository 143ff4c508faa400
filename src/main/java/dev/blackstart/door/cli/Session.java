package dev.blackstart.door.cli;

import dev.blackstart.engine.JournalPause;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import java.time.Instant;
import java.util.List;

/// One run that this process carries out.
public interface Session extends AutoCloseable {
    RunId id();

    /// Carries the run out on the calling thread until it closes or has to wait for a person.
    End run();

    /// From any thread.
    void submit(OperatorCommand command);

    @Override
    void close();

    /// Why `run` came back.
    sealed interface End {
        record Closed(Verdict verdict) implements End {}

        /// @param reason one sentence; the run can be resumed
        record Waiting(String reason) implements End {}

        /// Whoever watched has left; the run goes on in its own process.
        record Detached() implements End {}

        /// Another process has the run now.
        ///
        /// @param unrecorded outcomes that were seen and could not be recorded, one sentence each
        record TakenOver(Person by, Instant at, List<String> unrecorded) implements End {}

        /// The journal cannot be written, and nothing more was sent.
        record JournalLost(JournalPause pause) implements End {}
    }
}
