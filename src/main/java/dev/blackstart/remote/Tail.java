package dev.blackstart.remote;

import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows a run while somebody watches it: its events come by themselves, on a thread of their
/// own. A service that does not answer is asked again and again, and goes on behind the last event
/// that came.
final class Tail implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration FOR_EVER = Duration.ofDays(30);

    private final Wire wire;
    private final RunId run;
    private final Consumer<String> told;
    private final Past past;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable ServiceTrouble ended;
    private volatile @Nullable JournalException unreadable;
    private volatile boolean silent;
    private volatile @Nullable EventStream open;

    Tail(Wire wire, RunId run, Consumer<String> told) {
        this.wire = wire;
        this.run = run;
        this.told = told;
        this.past = new Past(wire, run);
    }

    void start() {
        Thread.ofPlatform().daemon().name("events").start(this::follow);
    }

    /// What has come so far.
    ///
    /// @throws ServiceTrouble when nothing more will come, such as for a token that was revoked
    List<Recorded> events() throws JournalException {
        goesOn();
        return past.events();
    }

    /// The same for the sequence of the newest.
    long newest() throws JournalException {
        goesOn();
        return past.newest();
    }

    private void goesOn() throws JournalException {
        ServiceTrouble trouble = ended;
        if (trouble != null) {
            throw trouble;
        }
        JournalException newer = unreadable;
        if (newer != null) {
            throw newer;
        }
    }

    /// Has the service not answered when it was asked last?
    boolean silent() {
        return silent;
    }

    private void follow() {
        Duration pause = FIRST_PAUSE;
        while (closed.getCount() > 0) {
            long before = past.newest();
            try (EventStream stream = wire.events(run, before, FOR_EVER)) {
                open = stream;
                answers();
                boolean more = true;
                while (more) {
                    more = past.take(stream);
                }
            } catch (ServiceTrouble trouble) {
                if (!trouble.passes()) {
                    ended = trouble;
                    return;
                }
                lost(trouble);
            } catch (JournalException e) {
                unreadable = e;
                return;
            }
            if (over()) {
                return;
            }
            pause = past.newest() > before ? FIRST_PAUSE : longer(pause);
            rest(pause);
        }
    }

    private boolean over() {
        List<Recorded> now = past.events();
        return !now.isEmpty() && now.getLast().event() instanceof RunEvent.Closed;
    }

    private void lost(ServiceTrouble trouble) {
        if (!silent) {
            silent = true;
            told.accept(
                    String.join(" ", trouble.lines())
                            + " It is asked again until it does; Ctrl-C leaves.");
        }
    }

    private void answers() {
        if (silent) {
            silent = false;
            told.accept("The service at %s answers again.".formatted(wire.address()));
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void rest(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        EventStream stream = open;
        if (stream != null) {
            stream.close();
        }
    }
}
