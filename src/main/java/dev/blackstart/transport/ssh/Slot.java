package dev.blackstart.transport.ssh;

import dev.blackstart.transport.Completion.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The connections to one host. Opening happens once for all who wait, and they share its failure
/// too.
final class Slot {
    private final List<Connection> open = new ArrayList<>();
    private Optional<CompletableFuture<Opening>> flight = Optional.empty();

    Opening lease(Supplier<Opening> opener) {
        return take(Connection::roomForSession, connection -> connection.sessions(1), opener);
    }

    /// A connection that will carry another one.
    Opening tunnel(Supplier<Opening> opener) {
        return take(Connection::fit, connection -> connection.tunnels(1), opener);
    }

    private Opening take(
            Predicate<Connection> fits, Consumer<Connection> use, Supplier<Opening> opener) {
        while (true) {
            CompletableFuture<Opening> mine = new CompletableFuture<>();
            CompletableFuture<Opening> under;
            boolean first;
            synchronized (this) {
                Optional<Connection> free = open.stream().filter(fits).findFirst();
                if (free.isPresent()) {
                    use.accept(free.get());
                    return new Opening.Open(free.get());
                }
                first = flight.isEmpty();
                under = flight.orElse(mine);
                flight = Optional.of(under);
            }
            if (first) {
                return fly(mine, use, opener);
            }
            if (under.join() instanceof Opening.Refused refused) {
                return refused;
            }
        }
    }

    private Opening fly(
            CompletableFuture<Opening> mine, Consumer<Connection> use, Supplier<Opening> opener) {
        Opening result =
                new Opening.Refused(Cause.NO_CONNECTION, "opening the connection broke off", false);
        try {
            result = opener.get();
        } finally {
            synchronized (this) {
                flight = Optional.empty();
                if (result instanceof Opening.Open it) {
                    use.accept(it.connection());
                    open.add(it.connection());
                }
            }
            mine.complete(result);
        }
        return result;
    }

    synchronized void release(Connection connection) {
        connection.sessions(-1);
    }

    synchronized void untunnel(Connection connection) {
        connection.tunnels(-1);
    }

    synchronized boolean remove(Connection connection) {
        return open.remove(connection);
    }

    void dropIdle(Consumer<Connection> end) {
        drop(Connection::idle, end);
    }

    /// What is open is used by nobody new.
    void retire(Consumer<Connection> end) {
        synchronized (this) {
            open.forEach(Connection::retire);
        }
        dropIdle(end);
    }

    void removeAll(Consumer<Connection> end) {
        drop(connection -> true, end);
    }

    private void drop(Predicate<Connection> which, Consumer<Connection> end) {
        List<Connection> dropped = new ArrayList<>();
        synchronized (this) {
            open.stream().filter(which).forEach(dropped::add);
            open.removeAll(dropped);
        }
        dropped.forEach(end);
    }
}
