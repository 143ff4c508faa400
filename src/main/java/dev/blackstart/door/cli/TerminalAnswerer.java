package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.GatePages;
import dev.blackstart.view.GateScreen;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A person at a terminal. Shows the gate, throws away what was typed before, reads one line; an
/// empty line or a closed terminal means no, and the run waits.
final class TerminalAnswerer implements Answerer {
    /// What a person may say about an outcome that nobody saw.
    private static final Set<String> CLAIMS = Set.of("applied", "not_applied");

    private final Screen screen;
    private final Streams streams;
    private final LineInput input;
    private final Clock clock;
    private final Person person;
    private final ParticularsPrompt particulars;

    /// @param editor the person's own, for commands they amend
    TerminalAnswerer(
            Screen screen, Streams streams, Clock clock, Person person, Optional<Editor> editor) {
        this.screen = screen;
        this.streams = streams;
        this.input = new LineInput(streams.in());
        this.clock = clock;
        this.person = person;
        this.particulars = new ParticularsPrompt(screen, this::ask, editor);
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        GateScreen shown = shown(gate);
        screen.print(shown.lines());
        boolean seen = shown.showsAllThatRuns();
        while (true) {
            Optional<String> line = ask("gate " + gate.id() + "> ");
            if (line.isEmpty()) {
                return leave(gate, "the terminal was closed");
            }
            switch (Interpretation.of(gate, line.get())) {
                case Interpretation.Nothing nothing -> {
                    return leave(gate, person + " gave no answer");
                }
                case Interpretation.Chosen chosen -> {
                    Optional<Interpretation.Chosen> complete = complete(gate, chosen);
                    if (complete.isEmpty()) {
                        continue;
                    }
                    if (seen || !mustBeSeen(gate, chosen.choice())) {
                        return chosen(gate, complete.get());
                    }
                    screen.print("Not all that will run was shown; d shows it, then answer again.");
                }
                case Interpretation.Show show -> {
                    screen.print(page(gate, show.page()));
                    seen = seen || show.page() == Interpretation.Page.DETAILS;
                }
                case Interpretation.NotAnAnswer not -> screen.print(not.sentence());
            }
        }
    }

    private Optional<Interpretation.Chosen> complete(Gate gate, Interpretation.Chosen chosen) {
        return particulars
                .complete(gate, chosen.choice(), chosen.typed())
                .map(said -> new Interpretation.Chosen(chosen.choice(), said));
    }

    private GateScreen shown(Gate gate) {
        return new GateScreen(
                gate, clock.instant(), clock.getZone(), screen.columns(), streams.rows() - 1);
    }

    /// Nobody approves what disrupts before its last line was on the screen.
    private static boolean mustBeSeen(Gate gate, Choice choice) {
        return gate.yes(choice.key())
                && gate.risk().filter(risk -> risk != Risk.MUTATE).isPresent();
    }

    private Optional<String> ask(String prompt) {
        streams.typeAhead().drop();
        screen.prompt(prompt);
        return input.line();
    }

    private static OperatorCommand leave(Gate gate, String why) {
        return new OperatorCommand.Leave(why + " at gate " + gate.id() + "; nothing was approved");
    }

    private OperatorCommand chosen(Gate gate, Interpretation.Chosen chosen) {
        Optional<String> note =
                needsReason(gate, chosen.choice()) ? ask("reason> ") : Optional.of("");
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

    /// What cannot be taken back, and what a person claims about an unknown outcome, is kept with
    /// its reason.
    private static boolean needsReason(Gate gate, Choice choice) {
        boolean yesToIrreversible =
                gate.yes(choice.key()) && gate.risk().filter(Risk.IRREVERSIBLE::equals).isPresent();
        boolean claim = gate.kind() == Gate.Kind.DECISION && CLAIMS.contains(choice.key());
        return yesToIrreversible || claim;
    }

    private List<String> page(Gate gate, Interpretation.Page page) {
        GatePages pages = new GatePages(gate, screen.columns());
        return switch (page) {
            case GATE -> shown(gate).lines();
            case DETAILS -> pages.details();
            case EVIDENCE -> pages.evidence(clock.instant());
            case WHY -> pages.why();
            case HELP -> pages.help();
        };
    }
}
