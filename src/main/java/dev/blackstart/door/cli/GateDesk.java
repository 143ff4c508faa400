package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes open gates from the engine's thread and has them answered on a thread of its own: the
/// engine never waits for a person. An answer that comes after its gate has closed goes nowhere.
final class GateDesk {
    private final BlockingQueue<Gate> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<GateId>> open = new AtomicReference<>(Optional.empty());
    private final AtomicReference<@Nullable Gate> served = new AtomicReference<>();
    private final Answerer answerer;
    private final Consumer<OperatorCommand> submit;
    private final Screen screen;

    GateDesk(Answerer answerer, Consumer<OperatorCommand> submit, Screen screen) {
        this.answerer = answerer;
        this.submit = submit;
        this.screen = screen;
    }

    void opened(Gate gate) {
        open.set(Optional.of(gate.id()));
        waiting.add(gate);
    }

    /// The engine did not take the last answer: says why, and asks again while the gate is open.
    void refused(String sentence) {
        screen.print(sentence);
        Optional.ofNullable(served.get()).filter(this::isOpen).ifPresent(waiting::add);
    }

    void closed(GateId gate) {
        open.updateAndGet(now -> now.filter(id -> !id.equals(gate)));
    }

    /// A daemon: a read from a terminal cannot be interrupted, and must not keep the process alive.
    Thread start() {
        return Thread.ofPlatform().daemon().name("gates").start(this::serve);
    }

    private void serve() {
        try {
            while (true) {
                serve(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Gate gate) {
        if (!isOpen(gate)) {
            return;
        }
        served.set(gate);
        Optional<OperatorCommand> command = answerer.answerIfAsked(gate);
        if (isOpen(gate)) {
            command.ifPresent(submit);
        } else if (command.isPresent()) {
            screen.print("Gate " + gate.id() + " had closed before that answer; it was not used.");
        }
    }

    private boolean isOpen(Gate gate) {
        return open.get().filter(gate.id()::equals).isPresent();
    }
}
