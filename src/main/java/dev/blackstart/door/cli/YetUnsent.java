package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import java.time.Duration;
import java.util.Optional;

/// The yes under which nothing is sent yet. Told by the engine's thread, asked about on the desk's:
/// the question ends by itself when something is sent, or the yes has no force any more.
final class YetUnsent {
    /// Most is sent sooner: nobody is shown a question that goes at once.
    private static final Duration SOON = Duration.ofMillis(300);

    private final Runnable cancel;
    private Optional<Gate> now = Optional.empty();
    private boolean asking;

    /// @param cancel ends the question on the screen
    YetUnsent(Runnable cancel) {
        this.cancel = cancel;
    }

    /// @return whether it is another than before
    synchronized boolean is(Optional<Gate> gate) {
        boolean another = !gate.map(Gate::id).equals(now.map(Gate::id));
        now = gate;
        if (another) {
            notifyAll();
            if (asking) {
                cancel.run();
            }
        }
        return another;
    }

    /// What the person says before it is over, if anything.
    Optional<OperatorCommand> ask(Gate gate, Answerer answerer) throws InterruptedException {
        if (!begins(gate)) {
            return Optional.empty();
        }
        try {
            return answerer.takeBack(gate, () -> over(gate));
        } finally {
            ended();
        }
    }

    private synchronized boolean begins(Gate gate) throws InterruptedException {
        long until = System.nanoTime() + SOON.toNanos();
        long left = SOON.toNanos();
        while (!over(gate) && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = until - System.nanoTime();
        }
        asking = !over(gate);
        return asking;
    }

    private synchronized boolean over(Gate gate) {
        return now.filter(it -> it.id().equals(gate.id())).isEmpty();
    }

    private synchronized void ended() {
        asking = false;
    }
}
