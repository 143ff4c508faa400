package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.Agreed;
import dev.blackstart.view.GatePages;
import dev.blackstart.view.GateScreen;
import dev.blackstart.view.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person at a terminal. Shows the gate, in short when it is asked again; throws away what was
/// typed before, reads one line; an empty line or a closed terminal means no, and the run waits.
final class TerminalAnswerer implements Answerer {
    /// What a person may say about an outcome that nobody saw.
    private static final Set<String> CLAIMS = Set.of("applied", "not_applied");

    private final Screen screen;
    private final Pictures pictures;
    private final Clock clock;
    private final Person person;
    private final ParticularsPrompt particulars;
    private Optional<GateId> asked = Optional.empty();
    private boolean seen;

    /// @param editor the person's own, for commands they amend
    TerminalAnswerer(
            Screen screen, Pictures pictures, Clock clock, Person person, Optional<Editor> editor) {
        this.screen = screen;
        this.pictures = pictures;
        this.clock = clock;
        this.person = person;
        this.particulars = new ParticularsPrompt(screen, this::line, editor);
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        if (asked.filter(gate.id()::equals).isPresent()) {
            screen.print(shown(gate).again());
        } else {
            screen.notice("Blackstart needs a person: gate " + gate.id() + ", " + gate.step());
            seen = show(gate);
            asked = Optional.of(gate.id());
        }
        String draft = "";
        while (true) {
            switch (screen.ask(prompt(gate), draft)) {
                case Reply.Closed closed -> {
                    return leave(gate, "the terminal was closed");
                }
                case Reply.Again again -> {
                    screen.clear();
                    seen |= show(gate);
                    draft = again.draft();
                }
                case Reply.Line line -> {
                    draft = "";
                    switch (Interpretation.of(gate, line.text())) {
                        case Interpretation.Nothing nothing -> {
                            return nothing(gate);
                        }
                        case Interpretation.Chosen chosen -> {
                            Optional<Interpretation.Chosen> complete = complete(gate, chosen);
                            if (complete.isPresent()
                                    && (seen || !mustBeSeen(gate, chosen.choice()))) {
                                return chosen(gate, complete.get());
                            }
                            if (complete.isPresent()) {
                                screen.print(
                                        "Not all that will run was shown; "
                                                + Page.DETAILS.key(gate)
                                                + " shows it, then answer again.");
                            }
                        }
                        case Interpretation.Show show -> {
                            Pager.End end = new Pager(screen).show(page(gate, show.page()));
                            if (end == Pager.End.CLOSED) {
                                return leave(gate, "the terminal was closed");
                            }
                            seen |= end == Pager.End.SEEN && show.page() == Page.DETAILS;
                        }
                        case Interpretation.NotAnAnswer not -> screen.print(not.sentence());
                    }
                }
            }
        }
    }

    @Override
    public Optional<OperatorCommand> takeBack(Gate gate, BooleanSupplier over) {
        return new SecondThought(screen, person, gate).before(over);
    }

    /// Where waiting is what happens anyway, nobody leaves for it.
    private OperatorCommand nothing(Gate gate) {
        return gate.kind() == Gate.Kind.WORK
                ? new OperatorCommand.Answer(
                        gate.id(), gate.digest(), gate.fallback(), "", "", person)
                : leave(gate, person + " gave no answer");
    }

    private Optional<Interpretation.Chosen> complete(Gate gate, Interpretation.Chosen chosen) {
        return particulars
                .complete(gate, chosen.choice(), chosen.typed())
                .map(said -> new Interpretation.Chosen(chosen.choice(), said));
    }

    private Optional<String> line(String prompt, String draft) {
        return switch (screen.ask(prompt.stripTrailing(), draft)) {
            case Reply.Line line -> Optional.of(line.text());
            case Reply.Again again -> line(prompt, again.draft());
            case Reply.Closed closed -> Optional.empty();
        };
    }

    /// @return whether all that runs was on the screen
    private boolean show(Gate gate) {
        GateScreen shown = shown(gate);
        screen.print(shown.lines());
        return shown.showsAllThatRuns();
    }

    private GateScreen shown(Gate gate) {
        return new GateScreen(
                gate,
                clock.instant(),
                clock.getZone(),
                screen.columns(),
                screen.rows() - 1,
                new Agreed(pictures.yes(gate.id()), person));
    }

    /// With the answers, as long as they leave room to type.
    private String prompt(Gate gate) {
        String name = "gate " + gate.id();
        String answers =
                Stream.concat(
                                gate.choices().stream()
                                        .map(it -> it.typed().isEmpty() ? it.key() : it.typed()),
                                Stream.of(Page.HELP.key(gate)))
                        .collect(Collectors.joining(" ", " [", "]"));
        return name
                + (name.length() + answers.length() < screen.columns() / 2 ? answers : "")
                + ">";
    }

    /// Nobody approves what disrupts before its last line was on the screen.
    private static boolean mustBeSeen(Gate gate, Choice choice) {
        return gate.yes(choice.key())
                && gate.risk().filter(risk -> risk != Risk.MUTATE).isPresent();
    }

    private static OperatorCommand leave(Gate gate, String why) {
        return new OperatorCommand.Leave(why + " at gate " + gate.id() + "; nothing was approved");
    }

    private OperatorCommand chosen(Gate gate, Interpretation.Chosen chosen) {
        Optional<String> note = needsReason(gate, chosen.choice()) ? reason("") : Optional.of("");
        if (note.isEmpty() || needsReason(gate, chosen.choice()) && note.get().isBlank()) {
            return leave(gate, person + " gave no reason");
        }
        return new OperatorCommand.Answer(
                gate.id(),
                gate.digest(),
                chosen.choice().key(),
                chosen.typed(),
                note.get(),
                person);
    }

    private Optional<String> reason(String draft) {
        return switch (screen.ask("reason>", draft)) {
            case Reply.Line line -> Optional.of(line.text());
            case Reply.Again again -> reason(again.draft());
            case Reply.Closed closed -> Optional.empty();
        };
    }

    /// What cannot be taken back, and what a person claims about an unknown outcome, is kept with
    /// its reason.
    private static boolean needsReason(Gate gate, Choice choice) {
        boolean yesToIrreversible =
                gate.yes(choice.key()) && gate.risk().filter(Risk.IRREVERSIBLE::equals).isPresent();
        boolean claim = gate.kind() == Gate.Kind.DECISION && CLAIMS.contains(choice.key());
        return yesToIrreversible || claim;
    }

    private List<String> page(Gate gate, Page page) {
        GatePages pages = new GatePages(gate, pictures.of(gate.id()), screen.columns());
        return switch (page) {
            case GATE -> shown(gate).lines();
            case DETAILS -> pages.details();
            case EVIDENCE -> pages.evidence(clock.instant());
            case WHY -> pages.why();
            case PROGRESS -> pages.now(clock.instant(), clock.getZone());
            case HELP -> pages.help();
        };
    }
}
