package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.Wheel;
import dev.blackstart.view.GateScreen;
import java.time.Clock;
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

    Watching(Answerer answerer, Screen screen, Clock clock, Person me, Supplier<Wheel> wheel) {
        this.answerer = answerer;
        this.screen = screen;
        this.clock = clock;
        this.me = me;
        this.wheel = wheel;
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        return answerer.answer(gate);
    }

    @Override
    public Optional<OperatorCommand> answerIfAsked(Gate gate) {
        Optional<Person> holder = wheel.get().holder();
        if (holder.filter(me::equals).isPresent() || gate.people() > 1) {
            return Optional.of(answer(gate));
        }
        screen.print(
                new GateScreen(
                                gate,
                                clock.instant(),
                                clock.getZone(),
                                screen.columns(),
                                Integer.MAX_VALUE)
                        .lines());
        screen.print(
                "%s answers this; you watch. Ctrl-C leaves and changes nothing."
                        .formatted(holder.map(Person::name).orElse("Somebody else")));
        return Optional.empty();
    }
}
