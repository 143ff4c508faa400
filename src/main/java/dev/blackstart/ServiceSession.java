package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Session;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Carried;
import dev.blackstart.service.Refusal;
import java.util.List;

/// A session of the command line's wiring as the service sees it.
///
/// @param after what is closed once the session is, such as a drill's world
record ServiceSession(Session session, AutoCloseable after) implements Carried {
    ServiceSession(Session session) {
        this(session, () -> {});
    }

    @Override
    public RunId id() {
        return session.id();
    }

    @Override
    public End run() {
        return switch (session.run()) {
            case Session.End.Closed it -> ended(it.verdict().word());
            case Session.End.Waiting it -> ended(it.reason());
            case Session.End.Detached it -> ended("it goes on in its own process");
            case Session.End.TakenOver it -> ended("taken over by " + it.by());
            case Session.End.JournalLost it ->
                    new End(
                            "the journal was lost, nothing more was sent: " + it.pause().reason(),
                            true);
        };
    }

    private static End ended(String reason) {
        return new End(reason, false);
    }

    @Override
    public void submit(OperatorCommand command) {
        session.submit(command);
    }

    @Override
    public void close() {
        try (after) {
            session.close();
        } catch (CannotGoOn e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a world could not be closed", e);
        }
    }

    /// The same in the service's words.
    static Refusal refusal(CannotGoOn e) {
        return new Refusal(kind(e.code()), List.of(String.valueOf(e.getMessage()).split("\n")));
    }

    private static Refusal.Kind kind(ExitCode code) {
        return switch (code) {
            case USAGE -> Refusal.Kind.MALFORMED;
            case NOT_ALLOWED -> Refusal.Kind.CONFLICT;
            case JOURNAL -> Refusal.Kind.UNAVAILABLE;
            case DONE, BROKEN, REFUSED, WAITING, UNDECIDED, BUG -> Refusal.Kind.REFUSED;
        };
    }
}
