package dev.blackstart.view;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a gate shows when it is asked for more: everything that will run, all evidence, all
/// reasons, help.
public record GatePages(Gate gate, int columns) {
    /// Every command in full, and the digest that an approval is bound to.
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        lines.add(
                gate.kind() == Gate.Kind.DECISION && !gate.commands().isEmpty()
                        ? "What would go out next, in full; no answer here sends it:"
                        : "What will run, in full:");
        lines.addAll(
                new CommandBlocks(columns)
                        .lines(gate.commands(), Integer.MAX_VALUE, "nothing is left out"));
        if (gate.commands().isEmpty()) {
            lines.add("nothing; this gate only records an answer");
        }
        gate.waves()
                .ifPresent(plan -> {
                    lines.add("How it goes over its hosts:");
                    plan.waves()
                            .forEach(wave ->
                                    lines.addAll(
                                            Wrapped.lines(
                                                    "wave %d of %d: %s"
                                                            .formatted(
                                                                    wave.number(),
                                                                    plan.of(),
                                                                    Words.hosts(wave.hosts())),
                                                    columns)));
                    plan.terms().forEach(term -> lines.addAll(Wrapped.lines(term, columns)));
                });
        amended(lines);
        String none = "none is written down";
        lines.addAll(Wrapped.lines("undo   " + gate.undo().orElse(none), columns));
        lines.addAll(Wrapped.lines("proof  " + gate.proof().orElse(none), columns));
        lines.add("digest " + gate.digest());
        return List.copyOf(lines);
    }

    private void amended(List<String> lines) {
        if (!gate.amendments().isEmpty()) {
            lines.add("What a person amended, old lines and new:");
            lines.addAll(new AmendmentBlocks(columns).lines(gate.amendments()));
        }
    }

    public List<String> evidence(Instant now) {
        List<String> known = new Known(gate.licenses()).each(now, columns);
        List<String> lines = new ArrayList<>();
        lines.add(
                known.isEmpty()
                        ? "No finding licenses this."
                        : "What licenses this (ages are of now):");
        lines.addAll(known);
        return List.copyOf(lines);
    }

    public List<String> why() {
        List<String> lines = new ArrayList<>();
        lines.add(
                gate.why().isEmpty()
                        ? "No reason is written down."
                        : "Why (ages are of the moment the gate opened):");
        lines.addAll(GateScreen.sentences(gate.why(), columns));
        if (!gate.cautions().isEmpty()) {
            lines.add("Caution:");
            lines.addAll(GateScreen.sentences(gate.cautions(), columns));
        }
        if (!gate.forecast().isEmpty()) {
            lines.add("What it may break while it is at work:");
            lines.addAll(GateScreen.sentences(gate.forecast(), columns));
        }
        return List.copyOf(lines);
    }

    public List<String> help() {
        List<String> lines = new ArrayList<>();
        lines.add("This gate takes exactly one of these answers:");
        for (Choice choice : gate.choices()) {
            String typed = ChoiceWords.typed(gate, choice);
            Wrapped.lines(typed + " = " + choice.label(), columns - 2)
                    .forEach(line -> lines.add("  " + line));
        }
        lines.addAll(
                Wrapped.lines(
                        "Anything else asks again. An empty line or a closed terminal means no: nothing"
                                + " is sent and the run waits. What is typed before the prompt shows is"
                                + " thrown away. d shows all commands, e all evidence, w all reasons, g the"
                                + " gate again; none of them answers.",
                        columns));
        return List.copyOf(lines);
    }
}
