package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A yes counts, and its evidence is taken again before anything is sent: until then a no takes it
/// back. Nothing else is an answer here, and nothing typed here is one to a later question.
final class SecondThought {
    private static final Set<String> NO = Set.of("no", "n");

    private final Screen screen;
    private final Person person;
    private final Gate gate;

    SecondThought(Screen screen, Person person, Gate gate) {
        this.screen = screen;
        this.person = person;
        this.gate = gate;
    }

    /// Empty when it was over first, or nobody wants it back.
    Optional<OperatorCommand> before(BooleanSupplier over) {
        String draft = "";
        while (!over.getAsBoolean()) {
            switch (screen.askUntil(prompt(), draft, over)) {
                case Reply.Closed closed -> {
                    if (over.getAsBoolean() && no(closed.typed())) {
                        screen.print(
                                "Gate %s was decided before your no; what was sent is left to end, and Ctrl-C or blackstart abort keeps the rest from being sent."
                                        .formatted(gate.id()));
                    }
                    return Optional.empty();
                }
                case Reply.Again again -> draft = again.draft();
                case Reply.Line line -> {
                    draft = "";
                    if (no(line.text())) {
                        return Optional.of(answer());
                    }
                    if (!line.text().isEmpty()) {
                        screen.print("The yes counts; only no is an answer now.");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String prompt() {
        return "gate " + gate.id() + ": yes counted; until it is sent, no takes it back>";
    }

    private static boolean no(String typed) {
        return NO.contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    private OperatorCommand answer() {
        return new OperatorCommand.Answer(
                gate.id(), gate.digest(), gate.fallback(), "", "", person);
    }
}
