package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.ArmedHosts;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Paragraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Ctrl-C once: pause after running actions. Again within two seconds: leave now, and say what is
/// unknown. A closed terminal or a polite kill pauses too. Never a silent kill.
final class Interruption implements Leaving {
    static final Duration AGAIN = Duration.ofSeconds(2);

    private final Screen screen;
    private final Plan plan;
    private final Clock clock;
    private final Consumer<OperatorCommand> submit;
    private final IntConsumer leaveNow;
    private volatile Optional<RunId> run = Optional.empty();
    private volatile Open open = new Open(List.of(), List.of(), List.of());
    private Optional<Signals.Signal> last = Optional.empty();
    private Instant at = Instant.MIN;

    /// What no end is known of.
    ///
    /// @param atWork sent and not ended, or found at work again
    /// @param unknown the others: they may have ended or not
    /// @param armed what hosts may undo by themselves, a sentence each
    private record Open(List<String> atWork, List<String> unknown, List<String> armed) {
        static Open of(Plan plan, RunState state) {
            return new Open(
                    named(state, it -> it.inFlight() || it.foundAgain()),
                    named(state, it -> it.unknown() && !it.foundAgain()),
                    ArmedHosts.sentences(plan, state));
        }

        private static List<String> named(RunState state, Predicate<ActionProgress> which) {
            return state.actions().all().stream()
                    .filter(which)
                    .map(progress -> progress.intent().action().toString())
                    .toList();
        }

        boolean none() {
            return atWork.isEmpty() && unknown.isEmpty();
        }
    }

    Interruption(
            Screen screen,
            Plan plan,
            Clock clock,
            Consumer<OperatorCommand> submit,
            IntConsumer leaveNow) {
        this.screen = screen;
        this.plan = plan;
        this.clock = clock;
        this.submit = submit;
        this.leaveNow = leaveNow;
    }

    /// Remembers what may run on hosts; called on the engine's thread.
    @Override
    public void saw(RunId seen, RunState state) {
        run = Optional.of(seen);
        open = Open.of(plan, state);
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
            screen.parting(leaving());
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
        Open now = open;
        List<String> lines = new ArrayList<>(List.of(""));
        if (!now.atWork().isEmpty()) {
            lines.add("Still running: " + String.join(", ", now.atWork()) + ".");
        }
        if (!now.unknown().isEmpty()) {
            lines.add("Outcome not known: " + String.join(", ", now.unknown()) + ".");
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

    /// What was left while nobody knew its end, and what hosts may still undo by themselves; empty
    /// when nothing was.
    @Override
    public List<String> left() {
        List<String> lines = new ArrayList<>();
        Open now = open;
        Stream.concat(now.atWork().stream(), now.unknown().stream())
                .forEach(action -> lines.add("  " + action + " may still run on its host"));
        if (!lines.isEmpty()) {
            lines.addFirst("Outcome not known:");
        }
        now.armed().forEach(it -> Paragraph.lines(it + ".", screen.columns()).forEach(lines::add));
        return lines;
    }

    private List<String> leaving() {
        List<String> lines = new ArrayList<>();
        lines.add("Left now." + (open.none() ? " Nothing was running." : ""));
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
