package dev.blackstart.transport.ssh;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/// One request from the first try to connect to its one completion.
final class Errand {
    private static final int TRIES = 3;

    /// What all errands share.
    record Means(
            Pool pool,
            OutputStore store,
            Executor workers,
            ScheduledExecutorService clock,
            SshSettings settings) {}

    private final Means means;
    private final Request request;
    private final Consumer<Handed> sent;
    private final Consumer<Completion> deliver;
    private volatile boolean handed;
    private volatile boolean delivered;

    Errand(Means means, Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        this.means = means;
        this.request = request;
        this.sent = sent;
        this.deliver = deliver;
    }

    void start() {
        means.workers().execute(() -> settle(1));
    }

    /// Whatever breaks in here, the request gets its completion.
    private void settle(int number) {
        boolean whole = false;
        try {
            attempt(number);
            whole = true;
        } finally {
            if (!whole && !delivered) {
                deliver(broken());
            }
        }
    }

    private Completion broken() {
        String reason = "this tool failed while it spoke to " + HostPlace.of(request.host());
        return handed
                ? new Completion.Lost(reason, Kept.NOTHING, Kept.NOTHING, Duration.ZERO)
                : new Completion.Unreachable(Completion.Cause.KEPT_BACK, reason);
    }

    private void deliver(Completion completion) {
        delivered = true;
        deliver.accept(completion);
    }

    private void sent(Connection connection) {
        handed = true;
        sent.accept(new Handed(connection.bootId()));
    }

    private void attempt(int number) {
        switch (means.pool().lease(request.host(), request.deadlines())) {
            case Opening.Refused refused -> refused(refused, number);
            case Opening.Open open -> use(open.connection(), number);
        }
    }

    /// Nothing was handed over, so a check may try again.
    private void refused(Opening.Refused refused, int number) {
        if (request.repeatable() && refused.again() && number < TRIES) {
            long wait = means.settings().backOff().toMillis() << (number - 1);
            ScheduledFuture<?> _ =
                    means.clock()
                            .schedule(
                                    () -> means.workers().execute(() -> settle(number + 1)),
                                    wait,
                                    TimeUnit.MILLISECONDS);
        } else {
            deliver(new Completion.Unreachable(refused.cause(), refused.reason()));
        }
    }

    private void use(Connection connection, int number) {
        Optional<Session> session = Optional.empty();
        try {
            session = Optional.of(session(connection));
        } catch (IOException e) {
            noSession(connection, e, number);
        }
        session.ifPresent(it -> carry(connection, it, number));
    }

    /// A pooled connection may have died unseen while nobody used it. No command was handed over,
    /// so also an action may go on over a new one at once.
    private void noSession(Connection connection, IOException e, int number) {
        boolean late = e.getCause() instanceof TimeoutException;
        boolean gone = !connection.alive() || !connection.answers();
        means.pool().release(connection);
        if (gone) {
            means.pool().discard(connection);
        }
        if (gone && !late && number < TRIES) {
            attempt(number + 1);
            return;
        }
        refused(
                new Opening.Refused(
                        late || gone ? Completion.Cause.NO_SESSION : Completion.Cause.DECLINED,
                        "%s opens no session: %s"
                                .formatted(HostPlace.of(request.host()), Spoken.of(e)),
                        true),
                number);
    }

    private Session session(Connection connection) throws IOException {
        Alarm alarm = new Alarm(means.clock(), request.deadlines().firstByte(), () -> {});
        try (alarm) {
            return connection.ask(SSHClient::startSession);
        }
    }

    private void carry(Connection connection, Session session, int number) {
        long begun = System.nanoTime();
        try {
            connection
                    .client()
                    .getConnection()
                    .setTimeoutMs(Connector.millis(request.deadlines().firstByte()));
            Session.Command command = session.exec(request.commandLine());
            sent(connection);
            Running running = new Running(connection, command, request, means.store(), begun);
            finish(connection, session, running.end(means.workers()));
        } catch (IOException e) {
            notTaken(connection, session, e, begun, number);
        }
    }

    /// The exec request got no `yes`: declined, no answer in time, or the connection is gone.
    private void notTaken(
            Connection connection, Session session, IOException e, long begun, int number) {
        boolean late = e.getCause() instanceof TimeoutException;
        if (!late && connection.alive()) {
            means.workers().execute(() -> leave(connection, session));
            refused(
                    new Opening.Refused(
                            Completion.Cause.DECLINED,
                            HostPlace.of(request.host()) + " declines to run commands",
                            false),
                    number);
            return;
        }
        sent(connection);
        Unanswered unanswered = new Unanswered(connection, begun);
        finish(connection, session, unanswered.completion(late));
    }

    private void finish(Connection connection, Session session, Completion completion) {
        if (completion instanceof Completion.Lost) {
            means.pool().discard(connection);
        }
        deliver(completion);
        leave(connection, session);
    }

    /// Closing a session waits for the host's consent, so nobody may wait for this.
    private void leave(Connection connection, Session session) {
        try {
            session.close();
        } catch (IOException e) {
            // a session that cannot be closed ends with its connection
        }
        means.pool().release(connection);
    }
}
