package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Ctrl-C once: pause after running actions. Again within two seconds: leave now, and say what is
/// unknown. A closed terminal or a polite kill pauses too. Never a silent kill.
final class Interruption implements Leaving {
    static final Duration AGAIN = Duration.ofSeconds(2);

    private final Screen screen;
    private final Clock clock;
    private final Consumer<OperatorCommand> submit;
    private final IntConsumer leaveNow;
    private volatile Optional<RunId> run = Optional.empty();
    private volatile List<String> inFlight = List.of();
    private Optional<Signals.Signal> last = Optional.empty();
    private Instant at = Instant.MIN;

    Interruption(
            Screen screen, Clock clock, Consumer<OperatorCommand> submit, IntConsumer leaveNow) {
        this.screen = screen;
        this.clock = clock;
        this.submit = submit;
        this.leaveNow = leaveNow;
    }

    /// Remembers what runs on hosts; called on the engine's thread.
    @Override
    public void saw(RunId seen, RunState state) {
        run = Optional.of(seen);
        inFlight =
                state.actions().all().stream()
                        .filter(ActionProgress::inFlight)
                        .map(progress -> progress.intent().action().toString())
                        .toList();
    }

    @Override
    public synchronized void signal(Signals.Signal signal) {
        Instant now = clock.instant();
        boolean again =
                signal == Signals.Signal.INT
                        && last.filter(Signals.Signal.INT::equals).isPresent()
                        && Duration.between(at, now).compareTo(AGAIN) <= 0;
        last = Optional.of(signal);
        at = now;
        if (again) {
            screen.urgent(leaving());
            screen.close();
            leaveNow.accept(ExitCode.ofSignal(signal.number()));
            return;
        }
        if (signal == Signals.Signal.INT) {
            submit.accept(OperatorCommand.Leave.afterActions(reason(signal)));
            screen.urgent(pausing());
        } else {
            submit.accept(new OperatorCommand.Leave(reason(signal)));
        }
    }

    private List<String> pausing() {
        List<String> running = inFlight;
        List<String> lines = new ArrayList<>(List.of(""));
        if (!running.isEmpty()) {
            lines.add("Still running: " + String.join(", ", running) + ".");
        }
        lines.add("Pausing after running actions; Ctrl-C again within 2 s leaves now.");
        return lines;
    }

    private static String reason(Signals.Signal signal) {
        return switch (signal) {
            case HUP -> "the terminal was closed";
            case INT -> "Ctrl-C was pressed";
            case TERM -> "this process was asked to end";
        };
    }

    /// What was left while it was at work; empty when nothing was.
    @Override
    public List<String> left() {
        List<String> lines = new ArrayList<>();
        inFlight.forEach(action -> lines.add("  " + action + " may still run on its host"));
        if (!lines.isEmpty()) {
            lines.addFirst("Outcome not known:");
        }
        return lines;
    }

    private List<String> leaving() {
        List<String> lines = new ArrayList<>();
        lines.add("Left now." + (inFlight.isEmpty() ? " Nothing was running." : ""));
        lines.addAll(left());
        run.ifPresent(it -> lines.add(screen.afterwards(it, "asks the hosts and goes on")));
        return lines;
    }

    /// The signal that made the run pause, if one did.
    @Override
    public synchronized Optional<Signals.Signal> signalled() {
        return last;
    }
}
