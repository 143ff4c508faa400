package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.Wheel;
import dev.blackstart.view.GateScreen;
import dev.blackstart.view.Paragraph;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whoever watches a run answers its gates only when that is theirs to do: when they were handed
/// over, or when a second person must say yes. Else the gate is shown and nothing is asked.
final class Watching implements Answerer {
    private final Answerer answerer;
    private final Screen screen;
    private final Clock clock;
    private final Person me;
    private final Supplier<Wheel> wheel;
    private final Optional<String> only;

    /// @param only why nobody can answer from here; empty when they can
    Watching(
            Answerer answerer,
            Screen screen,
            Clock clock,
            Person me,
            Supplier<Wheel> wheel,
            Optional<String> only) {
        this.answerer = answerer;
        this.screen = screen;
        this.clock = clock;
        this.me = me;
        this.wheel = wheel;
        this.only = only;
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        return answerer.answer(gate);
    }

    @Override
    public Optional<OperatorCommand> answerIfAsked(Gate gate) {
        Optional<Person> holder = wheel.get().holder();
        if (only.isEmpty() && (holder.filter(me::equals).isPresent() || gate.people() > 1)) {
            return Optional.of(answer(gate));
        }
        String why =
                only.orElseGet(() ->
                        "%s answers this; you watch. Ctrl-C leaves and changes nothing."
                                .formatted(holder.map(Person::name).orElse("Somebody else")));
        show(gate, Paragraph.lines(why, screen.columns()));
        return Optional.empty();
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
