package dev.blackstart.view;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Prepared;
import java.util.ArrayList;
import java.util.List;

/// What a gate would send, what saves evidence before that, and what would take it back.
///
/// @param columns width of the lines
record GateCommands(Gate gate, int columns) {
    /// Is it about an action, so that how it is undone and proven matters?
    boolean change() {
        return switch (gate.kind()) {
            case APPROVAL -> true;
            case DECISION -> !gate.commands().isEmpty();
            case QUESTION, MANUAL, UNDO, WORK -> false;
        };
    }

    /// What is asked about, each different command in full.
    List<String> asked(String rest) {
        return blocks(gate.actions(), rest);
    }

    /// What saves evidence first, in one line; none where nothing does.
    List<String> preservingInShort(String rest) {
        return gate.preserving().stream()
                .findFirst()
                .map(first ->
                        List.of(
                                Width.cut(
                                        "first"
                                                + (first.sudo() ? " as root" : "")
                                                + ": "
                                                + Escaped.line(first.label())
                                                + "; "
                                                + rest,
                                        columns)))
                .orElse(List.of());
    }

    /// What saves evidence first, in full.
    List<String> preserving(String rest) {
        return blocks(gate.preserving(), rest);
    }

    /// Everything in full.
    List<String> details() {
        List<String> lines = new ArrayList<>();
        if (gate.commands().isEmpty()) {
            return List.of("Nothing would run; this gate only records an answer.");
        }
        lines.add(
                gate.kind() == Gate.Kind.DECISION
                        ? "What would go out next, in full; no answer here sends it:"
                        : "What will run, in full:");
        lines.addAll(asked(""));
        if (!gate.preserving().isEmpty()) {
            lines.add("What saves evidence before that, in full:");
            lines.addAll(preserving(""));
        }
        return List.copyOf(lines);
    }

    /// What would take it back, for every host; in words where it is not rendered.
    List<String> undo() {
        if (gate.undos().isEmpty()) {
            return Wrapped.lines("undo   " + gate.undo().orElse("none is written down"), columns);
        }
        List<String> lines = new ArrayList<>();
        lines.add("What would undo it, in full; no answer here sends it:");
        lines.addAll(blocks(gate.undos(), ""));
        gate.undo()
                .filter(words -> gate.undos().size() < gate.targets().size())
                .ifPresent(words -> lines.addAll(Wrapped.lines("undo   " + words, columns)));
        return List.copyOf(lines);
    }

    private List<String> blocks(List<Prepared> commands, String rest) {
        return new CommandBlocks(columns).lines(commands, Integer.MAX_VALUE, rest);
    }
}
