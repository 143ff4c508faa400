package dev.blackstart.engine;

import dev.blackstart.run.RunEvent;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Sorts what arrives while the journal cannot be written: what happened on hosts is held, what
/// would send something or has to be recorded first waits, and an answer does not count.
final class Meanwhile {
    private final Intake intake;
    private final Commands commands;
    private final Duress duress;
    private final Consumer<String> refusals;

    Meanwhile(Intake intake, Commands commands, Duress duress, Consumer<String> refusals) {
        this.intake = intake;
        this.commands = commands;
        this.duress = duress;
        this.refusals = refusals;
    }

    /// @param arrived what has arrived; left in it is what waits
    /// @return what a person says is to be done
    Optional<OperatorCommand.Way> hear(Deque<Arrival> arrived) {
        List<RunEvent> facts = new ArrayList<>();
        List<Arrival> later = new ArrayList<>();
        Optional<OperatorCommand.Way> way = Optional.empty();
        for (Arrival arrival : arrived) {
            if (arrival instanceof Arrival.Told it) {
                if (it.command() instanceof OperatorCommand.OfJournal said) {
                    way = Optional.of(said.way());
                } else if (waits(it.command())) {
                    later.add(arrival);
                }
            } else if (arrival instanceof Arrival.Hashed) {
                later.add(arrival);
            } else {
                intake.take(arrival).ifPresent(facts::add);
            }
        }
        arrived.clear();
        arrived.addAll(later);
        duress.seen(facts);
        return way;
    }

    private boolean waits(OperatorCommand command) {
        return switch (command) {
            case OperatorCommand.Stop _, OperatorCommand.Note _ -> true;
            case OperatorCommand.Leave it -> {
                commands.leave(it);
                yield false;
            }
            case OperatorCommand.Answer _,
                    OperatorCommand.HandOver _,
                    OperatorCommand.TakeOver _,
                    OperatorCommand.OfJournal _ -> {
                refusals.accept(Commands.NOT_RECORDED);
                yield false;
            }
        };
    }
}
