package dev.blackstart.door.cli;

import dev.blackstart.engine.JournalPause;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.view.Paragraph;
import dev.blackstart.view.Width;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks a person what is to be done while the journal cannot be written. An empty line does
/// nothing, however often.
final class JournalQuestion {
    private final Screen screen;
    private final Supplier<Optional<JournalPause>> trouble;

    /// @param trouble empty when it is over
    JournalQuestion(Screen screen, Supplier<Optional<JournalPause>> trouble) {
        this.screen = screen;
        this.trouble = trouble;
    }

    /// Empty when there is nothing to ask any more.
    Optional<OperatorCommand> ask() {
        boolean shown = false;
        while (trouble.get().isPresent()) {
            JournalPause pause = trouble.get().get();
            if (!shown) {
                screen.notice("Blackstart needs a person: the journal cannot be written");
                show(JournalPausePage.lines(pause));
                shown = true;
            }
            List<String> words = JournalPausePage.words(pause);
            switch (screen.ask("journal [" + String.join(" ", words) + "]>", "")) {
                case Reply.Closed closed -> {
                    return trouble.get().map(it -> leave("the terminal was closed"));
                }
                case Reply.Again again -> shown = false;
                case Reply.Line line -> {
                    Optional<OperatorCommand> said = said(line.text().strip(), words, pause);
                    if (said.isPresent()) {
                        return said;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<OperatorCommand> said(String typed, List<String> words, JournalPause pause) {
        if (typed.isEmpty()) {
            screen.print("Nothing was done; the run stands still.");
            return Optional.empty();
        }
        Optional<String> word = words.stream().filter(it -> it.startsWith(typed)).findFirst();
        return switch (word.orElse("")) {
            case JournalPausePage.RETRY -> journal(OperatorCommand.Way.RETRY);
            case JournalPausePage.BALLAST -> journal(OperatorCommand.Way.BALLAST);
            case JournalPausePage.LEAVE -> Optional.of(leave("left by its person"));
            case JournalPausePage.PRINT -> {
                screen.print(pause.carried());
                screen.print(JournalPausePage.takenBack(pause) + ", once.");
                yield Optional.empty();
            }
            default -> {
                screen.print("Answer with " + String.join(", ", words) + ".");
                yield Optional.empty();
            }
        };
    }

    private static Optional<OperatorCommand> journal(OperatorCommand.Way way) {
        return Optional.of(new OperatorCommand.OfJournal(way));
    }

    private static OperatorCommand leave(String why) {
        return new OperatorCommand.Leave(why + " while the journal could not be written");
    }

    /// No path is cut.
    private List<String> broken(String line) {
        return line.startsWith(" ") && Width.of(line) > screen.columns()
                ? Paragraph.lines(line, screen.columns())
                : Paragraph.flowing(line, screen.columns());
    }

    private void show(List<String> lines) {
        screen.print(lines.stream().flatMap(it -> broken(it).stream()).toList());
    }
}
