package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.transport.Completion.Cause;
import dev.blackstart.transport.Deadlines;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// The open connections: shared by the commands of a run, at most eight sessions each, bounded in
/// number.
final class Pool {
    private final Connector connector;
    private final Function<HostName, Optional<Host>> inventory;
    private final Semaphore permits;
    private final Executor workers;
    private final Map<Host, Slot> slots = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// @param inventory finds jump hosts
    /// @param workers where connections are closed, which may block
    Pool(
            Connector connector,
            Function<HostName, Optional<Host>> inventory,
            int connections,
            Executor workers) {
        this.connector = connector;
        this.inventory = inventory;
        this.permits = new Semaphore(connections);
        this.workers = workers;
    }

    /// A connection with a session reserved on it; give it back with `release`. May wait for
    /// others.
    Opening lease(Host host, Deadlines deadlines) {
        return broken(host).orElseGet(() -> slot(host).lease(() -> fresh(host, deadlines)));
    }

    /// What is wrong with the way to a host, if anything.
    private Optional<Opening> broken(Host host) {
        Set<HostName> way = new HashSet<>(Set.of(host.name()));
        for (Host at = host; at.jump().isPresent(); at = inventory.apply(at.jump().get()).get()) {
            HostName jump = at.jump().get();
            if (!way.add(jump)) {
                return Optional.of(
                        refused(
                                "the jump hosts of %s go round in a circle at %s"
                                        .formatted(host.name(), jump)));
            }
            if (inventory.apply(jump).isEmpty()) {
                return Optional.of(
                        refused("the jump host %s is not in the inventory".formatted(jump)));
            }
        }
        return Optional.empty();
    }

    private Slot slot(Host host) {
        return slots.computeIfAbsent(host, name -> new Slot());
    }

    private Opening fresh(Host host, Deadlines deadlines) {
        return host.jump()
                .flatMap(inventory)
                .map(jump -> through(jump, host, deadlines))
                .orElseGet(() -> open(host, Optional.empty(), deadlines));
    }

    private Opening through(Host jump, Host host, Deadlines deadlines) {
        Slot carrier = slot(jump);
        return switch (carrier.tunnel(() -> fresh(jump, deadlines))) {
            case Opening.Refused it ->
                    new Opening.Refused(
                            it.cause(),
                            "jump host %s: %s".formatted(jump.name(), it.reason()),
                            it.again());
            case Opening.Open it -> {
                Opening opening = open(host, Optional.of(it.connection()), deadlines);
                if (opening instanceof Opening.Refused) {
                    carrier.untunnel(it.connection());
                }
                yield opening;
            }
        };
    }

    private Opening open(Host host, Optional<Connection> through, Deadlines deadlines) {
        if (!permits.tryAcquire()) {
            slots.values().forEach(slot -> slot.dropIdle(this::end));
            permits.acquireUninterruptibly();
        }
        Opening opening = refused("this tool is closing its connections");
        try {
            if (!closed) {
                opening = connector.open(host, through, deadlines);
            }
            if (closed && opening instanceof Opening.Open late) {
                late.connection().cut();
                opening = refused("this tool is closing its connections");
            }
        } finally {
            if (opening instanceof Opening.Refused) {
                permits.release();
            }
        }
        return opening;
    }

    private static Opening refused(String reason) {
        return new Opening.Refused(Cause.NO_CONNECTION, reason, false);
    }

    /// Gives a session back; a connection that is lost, or that others wait for, is ended.
    void release(Connection connection) {
        slot(connection.host()).release(connection);
        if (!connection.fit() || closed || permits.hasQueuedThreads()) {
            slot(connection.host()).dropIdle(this::end);
        }
    }

    /// Takes a connection that is of no use out of the pool at once, whoever else uses it.
    void discard(Connection connection) {
        if (slot(connection.host()).remove(connection)) {
            end(connection);
        }
    }

    private void end(Connection connection) {
        permits.release();
        connection.through().ifPresent(jump -> slot(jump.host()).untunnel(jump));
        workers.execute(connection.alive() ? connection::close : connection::cut);
    }

    /// Leases no connection again that is open now; each ends with the last that uses it.
    void renew() {
        slots.values().forEach(slot -> slot.retire(this::end));
    }

    void close() {
        closed = true;
        slots.values().forEach(slot -> slot.removeAll(this::end));
    }
}
