package dev.blackstart.view;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything a person must know to answer a gate, on one screen: what, where, why it is allowed,
/// what is known, what it may break, what will run, how it is undone and proven, and the choices.
///
/// @param columns width of the screen
/// @param rows rows it should fit into, the line of the prompt not counted
/// @param agreed who has said yes to it so far
public record GateScreen(
        Gate gate, Instant now, ZoneId zone, int columns, int rows, Agreed agreed) {
    private static final String RUNS = "runs";
    private static final String WHY = "why";
    private static final String PRESERVE = "preserve";

    /// A command of so many lines is never cut.
    private static final int SHORT = 8;

    /// With fewer columns sentences are kept short.
    private static final int NARROW = 50;

    private static final String RECHECK =
            "after a yes, what is known is taken again before it is sent";

    /// A gate that nobody has said yes to.
    public GateScreen(Gate gate, Instant now, ZoneId zone, int columns, int rows) {
        this(gate, now, zone, columns, rows, Agreed.NOBODY);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rule("gate " + gate.id()));
        lines.addAll(Wrapped.lines(gate.headline(), columns));
        fitted().forEach(section -> lines.addAll(section.shown()));
        return List.copyOf(lines);
    }

    /// For a question that stands already further up: what is asked, and what can be said to it.
    public List<String> again() {
        int width = columns - Section.INDENT;
        List<String> lines = new ArrayList<>();
        lines.add(rule("still open: gate " + gate.id()));
        lines.addAll(Wrapped.lines(gate.headline(), columns));
        String keys =
                gate.choices().stream()
                        .map(choice -> ChoiceWords.typed(gate, choice))
                        .collect(Collectors.joining(" · "));
        lines.addAll(agreed(width).shown());
        lines.addAll(Section.whole("until", Wrapped.lines(expiry(), width)).shown());
        List<String> choices = new ArrayList<>(Wrapped.lines(keys, width));
        choices.addAll(
                Wrapped.lines(
                        "Enter = "
                                + enter()
                                + " · "
                                + Page.GATE.shown(gate)
                                + " · "
                                + Page.HELP.shown(gate),
                        width));
        lines.addAll(Section.whole("choices", choices).shown());
        return List.copyOf(lines);
    }

    /// What a rehearsal shows in place of asking: everything a person would be shown, nothing left
    /// out, and no choices.
    List<String> rehearsed() {
        List<String> lines = new ArrayList<>();
        lines.add(rule("would ask here"));
        lines.addAll(Wrapped.lines(gate.headline(), columns));
        List<Section> sections = new ArrayList<>(about(columns - Section.INDENT));
        GateCommands commands = new GateCommands(gate, columns - Section.INDENT);
        sections.add(runs(columns - Section.INDENT));
        sections.add(Section.whole(PRESERVE, commands.preserving("")));
        sections.addAll(undoAndProof(columns - Section.INDENT));
        sections.stream()
                .filter(section -> !section.lines().isEmpty())
                .forEach(section -> lines.addAll(section.shown()));
        return List.copyOf(lines);
    }

    private List<Section> fitted() {
        int headline = Wrapped.lines(gate.headline(), columns).size();
        return Section.fit(sections(), rows - 1 - headline).stream()
                .map(section -> section.label().equals(WHY) ? reasoned(section) : section)
                .toList();
    }

    /// Where one line is left of why it is allowed, that line begins with the first reason.
    private Section reasoned(Section why) {
        int width = columns - Section.INDENT;
        List<String> all = sentences(gate.why(), width);
        if (why.lines().size() > 1 || all.size() < 2) {
            return why;
        }
        String more = " " + why.lines().getFirst();
        String first = Width.cut(all.getFirst(), Math.max(1, width - Width.of(more)));
        return new Section(why.label(), List.of(first + more), 1, 1, why.rest());
    }

    /// Is everything that will run on the screen, to its last line?
    public boolean showsAllThatRuns() {
        List<String> all = runs(columns - Section.INDENT).lines();
        return all.isEmpty()
                || gate.preserving().isEmpty()
                        && fitted().stream()
                                .anyMatch(it ->
                                        it.label().equals(RUNS) && it.lines().size() == all.size());
    }

    /// A short command is shown whole, whatever else is cut for it.
    private Section runs(int width) {
        List<String> all = new GateCommands(gate, width).asked(all(Page.DETAILS));
        return gate.kind() == Gate.Kind.DECISION
                ? new Section("command", all, 2, 2, all(Page.DETAILS))
                : all.size() <= SHORT
                        ? Section.whole(RUNS, all)
                        : new Section(RUNS, all, 4, 3, all(Page.DETAILS));
    }

    /// What an empty line means.
    private String enter() {
        return gate.kind() == Gate.Kind.WORK ? gate.fallback() : "no";
    }

    private String rule(String what) {
        String name =
                "-- "
                        + what
                        + " · "
                        + gate.step()
                        + gate.risk().map(risk -> " · " + risk.word()).orElse("")
                        + " ";
        return Width.cut(name + "-".repeat(Math.max(0, columns - Width.of(name))), columns);
    }

    private List<Section> sections() {
        int width = columns - Section.INDENT;
        List<Section> sections = new ArrayList<>(about(width));
        sections.add(runs(width));
        String shows = Page.DETAILS.key(gate) + " shows it";
        sections.add(
                Section.whole(PRESERVE, new GateCommands(gate, width).preservingInShort(shows)));
        sections.addAll(undoAndProof(width));
        if (!gate.licenses().isEmpty()) {
            sections.add(Section.whole("recheck", Wrapped.lines(RECHECK, width)));
        }
        sections.add(agreed(width));
        sections.add(Section.whole("until", Wrapped.lines(expiry(), width)));
        sections.add(Section.whole("choices", choices(width)));
        return sections.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    private Section agreed(int width) {
        return Section.whole(
                "agreed",
                agreed.sentence(gate).map(said -> Wrapped.lines(said, width)).orElse(List.of()));
    }

    /// What it is about, and what is known.
    private List<Section> about(int width) {
        List<Section> sections = new ArrayList<>();
        if (!gate.targets().isEmpty()) {
            sections.add(one("where", HostNames.shown(gate.targets(), width)));
        }
        gate.waves()
                .ifPresent(plan ->
                        sections.add(
                                Section.cut(
                                        "waves", WaveLines.of(plan, width), 2, all(Page.DETAILS))));
        sections.add(Section.cut(WHY, sentences(gate.why(), width), 2, all(Page.WHY)));
        sections.add(Section.cut("known", known(width), 2, all(Page.EVIDENCE)));
        sections.add(Section.cut("caution", sentences(gate.cautions(), width), 2, all(Page.WHY)));
        List<String> amended = new AmendmentBlocks(width).lines(gate.amendments());
        sections.add(Section.cut("amended", amended, 4, all(Page.DETAILS)));
        sections.add(new Section("breaks", sentences(gate.forecast(), width), 4, 3, all(Page.WHY)));
        return sections;
    }

    private List<Section> undoAndProof(int width) {
        List<Section> sections = new ArrayList<>();
        if (gate.kind() == Gate.Kind.APPROVAL) {
            String undo = gate.undo().orElse("none is written down");
            sections.add(Section.cut("undo", Wrapped.lines(undo, width), 1, all(Page.DETAILS)));
        }
        Optional<String> proof =
                gate.proof()
                        .filter(it -> gate.kind() != Gate.Kind.DECISION)
                        .filter(it -> gate.kind() != Gate.Kind.WORK);
        proof.ifPresent(text ->
                sections.add(
                        Section.cut("proof", Wrapped.lines(text, width), 1, all(Page.DETAILS))));
        return sections;
    }

    private String all(Page page) {
        return columns < NARROW ? page.key(gate) : page.key(gate) + " shows all";
    }

    private static Section one(String label, String line) {
        return Section.whole(label, List.of(line));
    }

    static List<String> sentences(List<String> all, int width) {
        return all.stream().flatMap(text -> Wrapped.lines(text, width).stream()).toList();
    }

    private List<String> known(int width) {
        return new Known(gate.licenses()).lines(now, width);
    }

    private String expiry() {
        return Clocks.both(gate.expires(), zone)
                + ", "
                + Elapsed.shown(Duration.between(now, gate.expires()))
                + " left; no answer means "
                + enter();
    }

    private List<String> choices(int width) {
        List<String> lines = new ArrayList<>();
        for (Choice choice : gate.choices()) {
            lines.addAll(choice(choice, width));
        }
        lines.addAll(Wrapped.lines(help(), width));
        return lines;
    }

    private String help() {
        return "Enter = "
                + enter()
                + " · "
                + Stream.of(Page.DETAILS, Page.EVIDENCE, Page.WHY, Page.PROGRESS, Page.HELP)
                        .map(page -> page.shown(gate))
                        .collect(Collectors.joining(" · "));
    }

    private List<String> choice(Choice choice, int width) {
        String typed = ChoiceWords.typed(gate, choice);
        String how = choice.typed().isEmpty() ? "" : " (type " + choice.typed() + " in full)";
        String still = choice.key().equals(gate.fallback()) ? "  <- changes nothing" : "";
        String beside = gate.yes(choice.key()) ? agreed.beside(gate) : "";
        return Wrapped.lines(typed + " = " + choice.label() + beside + how + still, width);
    }
}
