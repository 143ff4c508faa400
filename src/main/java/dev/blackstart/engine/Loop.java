package dev.blackstart.engine;

import java.time.Duration;

/// Turns one engine on one thread and waits for what arrives from others.
final class Loop {
    private final Session session;
    private final Waiting waiting;

    Loop(Session session, Waiting waiting) {
        this.session = session;
        this.waiting = waiting;
    }

    /// Until the run is closed or left.
    RunEnd run(Watcher watcher) {
        try {
            Next next = session.begin(watcher);
            while (true) {
                switch (next) {
                    case Next.Ended it -> {
                        return it.end();
                    }
                    case Next.Again it -> next = session.turn();
                    case Next.Wait it -> {
                        boolean came = session.await(patience(it));
                        next = came ? session.turn() : session.tick();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunEnd.Left("interrupted");
        }
    }

    /// While a person is waited for, time is real.
    private Duration patience(Next.Wait wait) {
        return wait.person() ? wait.most() : waiting.pass(wait.most());
    }
}
