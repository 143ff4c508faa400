package dev.blackstart.door.cli;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.view.Page;
import java.util.Optional;

/// What a line typed at a gate means. Only exactly what the gate shows counts as an answer; a no
/// may also be written out.
sealed interface Interpretation {
    record Chosen(Choice choice, String typed) implements Interpretation {}

    record Show(Page page) implements Interpretation {}

    /// An empty line: no.
    record Nothing() implements Interpretation {}

    record NotAnAnswer(String sentence) implements Interpretation {}

    static Interpretation of(Gate gate, String line) {
        if (line.isEmpty()) {
            return new Nothing();
        }
        Optional<Choice> inFull =
                gate.choices().stream()
                        .filter(choice -> !choice.typed().isEmpty() && choice.typed().equals(line))
                        .findFirst();
        if (inFull.isPresent()) {
            return new Chosen(inFull.get(), line);
        }
        Optional<Choice> byKey = gate.choice(line.equals("no") ? "n" : line);
        if (byKey.isPresent()) {
            return byKey(byKey.get());
        }
        Optional<Interpretation> more = withMore(gate, line);
        if (more.isPresent()) {
            return more.get();
        }
        return Page.of(gate, line)
                .<Interpretation>map(Show::new)
                .orElseGet(() ->
                        new NotAnAnswer(
                                "That is none of the answers; nothing was sent. ? shows them."));
    }

    /// A key with what its choice asks for behind it, or `!` and a command.
    private static Optional<Interpretation> withMore(Gate gate, String line) {
        return gate.choices().stream()
                .filter(choice -> choice.asks() != Choice.Asks.NOTHING)
                .flatMap(choice -> said(choice, line).map(it -> new Chosen(choice, it)).stream())
                .<Interpretation>map(chosen -> chosen)
                .findFirst();
    }

    private static Optional<String> said(Choice choice, String line) {
        if (choice.asks() == Choice.Asks.COMMAND && line.startsWith("!")) {
            return Optional.of(line.substring(1).strip());
        }
        return line.startsWith(choice.key() + " ")
                ? Optional.of(line.substring(choice.key().length()).strip())
                : Optional.empty();
    }

    private static Interpretation byKey(Choice choice) {
        if (choice.typed().isEmpty()) {
            return new Chosen(choice, "");
        }
        return new NotAnAnswer(
                "This needs "
                        + choice.typed()
                        + " typed in full; "
                        + choice.key()
                        + " is not enough.");
    }
}
