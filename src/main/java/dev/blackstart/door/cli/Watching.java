package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.view.GateScreen;
import dev.blackstart.view.Paragraph;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Whoever watches a run answers its gates only when that is theirs to do: when they were handed
/// over, or when a second person must say yes. Else the gate is shown and nothing is asked.
final class Watching implements Answerer {
    private final Answerer answerer;
    private final Screen screen;
    private final Clock clock;
    private final Person me;
    private final Supplier<Optional<Person>> holder;
    private final Optional<String> only;
    private final String leaving;
    private Optional<GateId> asked = Optional.empty();

    /// @param holder who answers the gates
    /// @param only why nobody can answer from here; empty when they can
    /// @param leaving what Ctrl-C does, such as `pauses the run`
    Watching(
            Answerer answerer,
            Screen screen,
            Clock clock,
            Person me,
            Supplier<Optional<Person>> holder,
            Optional<String> only,
            String leaving) {
        this.answerer = answerer;
        this.screen = screen;
        this.clock = clock;
        this.me = me;
        this.holder = holder;
        this.only = only;
        this.leaving = leaving;
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        return answerer.answer(gate);
    }

    @Override
    public Optional<OperatorCommand> answerIfAsked(Gate gate) {
        if (mine(gate)) {
            asked = Optional.of(gate.id());
            return answerer.answerIfAsked(gate);
        }
        String why =
                only.orElseGet(() ->
                        "%s answers this; you watch. Ctrl-C %s."
                                .formatted(
                                        holder.get().map(Person::name).orElse("Somebody else"),
                                        leaving));
        List<String> below = Paragraph.lines(why, screen.columns());
        if (asked.filter(gate.id()::equals).isPresent()) {
            screen.print(below); // it stands above already
        } else {
            show(gate, below);
        }
        return Optional.empty();
    }

    @Override
    public Optional<OperatorCommand> takeBack(Gate gate, BooleanSupplier over) {
        return mine(gate) ? answerer.takeBack(gate, over) : Optional.empty();
    }

    private boolean mine(Gate gate) {
        return only.isEmpty() && (holder.get().filter(me::equals).isPresent() || gate.people() > 1);
    }

    /// With what is said below it on one screen, and a row for the cursor.
    private void show(Gate gate, List<String> below) {
        int rows = screen.rows() - below.size() - 1;
        List<String> lines =
                new ArrayList<>(
                        new GateScreen(
                                        gate,
                                        clock.instant(),
                                        clock.getZone(),
                                        screen.columns(),
                                        rows)
                                .lines());
        lines.addAll(below);
        screen.print(lines);
    }
}
