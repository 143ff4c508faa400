package dev.blackstart.view;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Weighed;
import dev.blackstart.run.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a gate shows when it is asked for more: everything that will run, all evidence, all
/// reasons, what the run waits for, help.
///
/// @param picture what was known when it opened
public record GatePages(Gate gate, Optional<Picture> picture, int columns) {
    /// Every command in full, and the digest that an approval is bound to.
    public List<String> details() {
        GateCommands commands = new GateCommands(gate, columns);
        List<String> lines = new ArrayList<>(commands.details());
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
        if (commands.change() || gate.undo().isPresent()) {
            lines.addAll(commands.undo());
        }
        if (commands.change() || gate.proof().isPresent()) {
            String proof = gate.proof().orElse("none is written down");
            lines.addAll(Wrapped.lines("proof  " + proof, columns));
        }
        lines.addAll(Wrapped.lines("digest " + gate.digest(), columns));
        return List.copyOf(lines);
    }

    private void amended(List<String> lines) {
        if (!gate.amendments().isEmpty()) {
            lines.add("What a person amended, old lines and new:");
            lines.addAll(new AmendmentBlocks(columns).lines(gate.amendments()));
        }
    }

    /// With ages, for who looks now.
    public List<String> evidence(Instant now) {
        return evidence(When.ago(now), "ages are of now");
    }

    /// With the times of day, for where it stays as long as the gate is open.
    ///
    /// @param day on another day than that of this moment, the day is told, too
    public List<String> lastingEvidence(Instant day) {
        return evidence(When.lasting(day), "with the time at which it was found");
    }

    private List<String> evidence(When when, String how) {
        List<String> known = new Known(gate.licenses()).each(when, columns);
        List<String> lines = new ArrayList<>();
        lines.addAll(
                Wrapped.lines(
                        known.isEmpty()
                                ? "No finding licenses this."
                                : "What licenses this (" + how + "):",
                        columns));
        lines.addAll(known);
        List<String> besides =
                picture.map(it -> it.evidence().without(gate.licenses()).together(when, columns))
                        .orElse(List.of());
        if (!besides.isEmpty()) {
            lines.add("");
            lines.add("Known besides:");
            lines.addAll(besides);
        }
        return List.copyOf(lines);
    }

    public List<String> why() {
        List<String> lines = new ArrayList<>();
        lines.addAll(
                Wrapped.lines(
                        gate.why().isEmpty()
                                ? "No reason is written down."
                                : "Why (ages are of %s):".formatted(opened()),
                        columns));
        lines.addAll(GateScreen.sentences(gate.why(), columns));
        if (!gate.cautions().isEmpty()) {
            lines.add("Caution:");
            lines.addAll(GateScreen.sentences(gate.cautions(), columns));
        }
        if (!gate.forecast().isEmpty()) {
            lines.add("What it may break while it is at work:");
            lines.addAll(GateScreen.sentences(gate.forecast(), columns));
        }
        picture.ifPresent(it -> hypotheses(it, lines));
        return List.copyOf(lines);
    }

    private String opened() {
        return picture.map(it -> Words.time(it.since(), it.since()) + ", when the gate opened")
                .orElse("the moment the gate opened");
    }

    private void hypotheses(Picture known, List<String> lines) {
        HypothesisLines shown = new HypothesisLines(known.runbook(), columns);
        for (Weighed weighed : known.hypotheses()) {
            lines.add("");
            lines.addAll(shown.whole(weighed));
        }
        if (!known.hypotheses().isEmpty()) {
            lines.add("");
            lines.addAll(Wrapped.lines(otherwise(known.hypotheses()), columns));
        }
    }

    private static String otherwise(List<Weighed> all) {
        List<String> open =
                all.stream()
                        .filter(it -> it.verdict() == HypothesisVerdict.UNDECIDED)
                        .map(it -> it.name().value())
                        .toList();
        return "What else it could be: "
                + (open.isEmpty() ? "" : String.join(", ", open) + ", not ruled out yet; or ")
                + "something this runbook has no hypothesis for.";
    }

    /// *What now*.
    public List<String> now(Instant now, ZoneId zone) {
        return picture.map(it -> new NowLines(zone, columns).open(gate, it.since(), now))
                .orElse(List.of("This gate waits for an answer."));
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
                        "Anything else asks again. "
                                + silence()
                                + " What is typed before the prompt shows is thrown away.",
                        columns));
        lines.addAll(Wrapped.lines(looks(), columns));
        if (!gate.licenses().isEmpty()) {
            lines.addAll(
                    Wrapped.lines(
                            "A yes covers exactly what will run, as long as the findings keep their"
                                    + " values: they are taken again after it, and another value asks"
                                    + " again.",
                            columns));
        }
        return List.copyOf(lines);
    }

    private String silence() {
        return gate.kind() == Gate.Kind.WORK
                ? "An empty line, a closed terminal and no answer mean that the action goes on and is waited for."
                : "An empty line or a closed terminal means no: nothing is sent and the run waits.";
    }

    private String looks() {
        return Page.DETAILS.key(gate)
                + " shows all commands, "
                + Page.EVIDENCE.key(gate)
                + " all evidence, "
                + Page.WHY.key(gate)
                + " all reasons, "
                + Page.PROGRESS.key(gate)
                + " what the run waits for, "
                + Page.GATE.key(gate)
                + " the gate again; none of them answers. With a ? before it, such as ?d, each"
                + " works whatever the choices are.";
    }
}
