package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Session;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.RunId;
import dev.blackstart.transport.Transport;

/// The engine's session as the door sees it; closing it ends connections and gives the run up.
record EngineSession(
        dev.blackstart.engine.Session session,
        Operations.Audience audience,
        Journal journal,
        Transport transport)
        implements Session {
    @Override
    public RunId id() {
        return session.id();
    }

    @Override
    public End run() {
        return switch (session.run(audience.watcher())) {
            case RunEnd.Closed closed -> new End.Closed(closed.verdict());
            case RunEnd.Left left -> new End.Waiting(left.reason());
            case RunEnd.TakenOver it -> new End.TakenOver(it.by(), it.at(), it.unrecorded());
            case RunEnd.JournalFailed failed -> new End.JournalLost(failed.pause());
        };
    }

    @Override
    public void submit(OperatorCommand command) {
        session.submit(command);
    }

    @Override
    public void close() {
        transport.close();
        try (journal) {
            session.close();
        } catch (JournalException e) {
            throw new CannotGoOn(
                    ExitCode.JOURNAL,
                    "The run could not be given up in the journal, and is once this process has ended: "
                            + e.getMessage());
        }
    }
}
