package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `--yes`: approves what merely mutates; everything else goes to somebody else.
final class YesAnswerer implements Answerer {
    private final Answerer otherwise;
    private final Screen screen;
    private final Person person;
    private Optional<GateId> answered = Optional.empty();

    YesAnswerer(Answerer otherwise, Screen screen, Person person) {
        this.otherwise = otherwise;
        this.screen = screen;
        this.person = person;
    }

    @Override
    public Optional<OperatorCommand> takeBack(Gate gate, BooleanSupplier over) {
        return otherwise.takeBack(gate, over);
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        Optional<Choice> yes =
                gate.choice(Gate.YES)
                        .filter(choice -> choice.typed().isEmpty())
                        .filter(choice -> gate.yes(choice.key()) && gate.people() == 1)
                        .filter(choice -> gate.risk().filter(Risk.MUTATE::equals).isPresent());
        if (yes.isEmpty() || answered.filter(gate.id()::equals).isPresent()) {
            return otherwise.answer(gate); // a yes that did not count is not said again
        }
        answered = Optional.of(gate.id());
        screen.print("gate " + gate.id() + ": " + gate.step() + " approved by --yes");
        return new OperatorCommand.Answer(
                gate.id(), gate.digest(), yes.get().key(), "", "--yes", person);
    }
}
