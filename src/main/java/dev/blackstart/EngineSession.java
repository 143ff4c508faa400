package dev.blackstart;

import dev.blackstart.door.cli.Sentences;
import dev.blackstart.door.cli.Session;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.RunEnd;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.RunId;
import dev.blackstart.transport.Transport;

/// An engine's session with what was opened for it, closed together.
final class EngineSession implements Session {
    private final dev.blackstart.engine.Session session;
    private final Transport transport;
    private final Journal journal;

    EngineSession(
            dev.blackstart.engine.Session session, Transport transport, Journal journal) {
        this.session = session;
        this.transport = transport;
        this.journal = journal;
    }

    @Override
    public RunId id() {
        return session.id();
    }

    @Override
    public End run() {
        return switch (session.run()) {
            case RunEnd.Closed closed -> new End.Closed(closed.verdict());
            case RunEnd.Left left -> new End.Waiting(left.reason());
            case RunEnd.JournalFailed failed -> new End.JournalLost(failed.reason(), failed.unrecorded());
        };
    }

    @Override
    public void submit(OperatorCommand command) {
        session.submit(command);
    }

    @Override
    public void close() {
        try (journal) {
            transport.close();
            session.close();
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }
}
