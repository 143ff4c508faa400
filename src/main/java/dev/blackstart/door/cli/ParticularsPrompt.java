package dev.blackstart.door.cli;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Particulars;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.Words;
import dev.blackstart.view.AmendmentDraft;
import dev.blackstart.view.InspectionDraft;
import java.util.Optional;

/// Asks for what a choice wants besides its key: a host, a command, or the new text of a command.
final class ParticularsPrompt {
    /// Shows a prompt and reads one line; empty when the terminal was closed.
    interface Asking {
        /// @param draft stands in the line as if it had been typed
        Optional<String> line(String prompt, String draft);
    }

    private final Screen screen;
    private final Asking ask;
    private final Optional<Editor> editor;

    /// @param editor the person's own, when there is one
    ParticularsPrompt(Screen screen, Asking ask, Optional<Editor> editor) {
        this.screen = screen;
        this.ask = ask;
        this.editor = editor;
    }

    /// What was said, complete; empty when nothing was, and then nothing is chosen.
    ///
    /// @param typed what stood behind the key
    Optional<String> complete(Gate gate, Choice choice, String typed) {
        Optional<String> said =
                switch (choice.asks()) {
                    case NOTHING -> Optional.of(typed);
                    case HOSTS -> hosts(gate, typed);
                    case COMMAND -> command(gate, typed);
                    case TEXT -> host(gate, typed).flatMap(host -> text(gate, host));
                };
        if (said.isEmpty()) {
            return declined();
        }
        return switch (Particulars.read(gate, choice, said.get())) {
            case Particulars.Result.Given given ->
                    choice.asks() == Choice.Asks.COMMAND && !confirmed(given.particulars())
                            ? declined()
                            : said;
            case Particulars.Result.Missing missing -> {
                screen.print(missing.sentence());
                yield Optional.empty();
            }
        };
    }

    private Optional<String> declined() {
        screen.print("Nothing was chosen; the gate is still open.");
        return Optional.empty();
    }

    private Optional<String> hosts(Gate gate, String typed) {
        if (!typed.isBlank() || gate.targets().size() == 1) {
            return Optional.of(typed.isBlank() ? gate.targets().getFirst().value() : typed);
        }
        return line("which of " + names(gate) + ", or " + Particulars.ALL + "> ");
    }

    private Optional<String> command(Gate gate, String typed) {
        if (!typed.isBlank()) {
            return Optional.of(typed);
        }
        return host(gate, "").flatMap(host -> line(host + "> ").map(line -> host + " " + line));
    }

    private Optional<HostName> host(Gate gate, String typed) {
        if (gate.targets().size() == 1 && typed.isBlank()) {
            return Optional.of(gate.targets().getFirst());
        }
        Optional<String> name =
                typed.isBlank() ? line("which of " + names(gate) + "> ") : Optional.of(typed);
        Optional<HostName> host =
                name.flatMap(word ->
                        gate.targets().stream().filter(it -> it.value().equals(word)).findFirst());
        if (name.isPresent() && host.isEmpty()) {
            screen.print("Name one of the hosts " + names(gate) + ".");
        }
        return host;
    }

    private Optional<String> text(Gate gate, HostName host) {
        Optional<Prepared> command =
                gate.commands().stream().filter(it -> it.host().equals(host)).findFirst();
        if (command.isEmpty()) {
            screen.print("The command for " + host + " cannot be amended here.");
            return Optional.empty();
        }
        String before = command.get().text();
        Optional<String> after =
                editor.isPresent()
                        ? editor.get().edit(before).map(now -> trimmed(before, now))
                        : typedText(command.get());
        after.ifPresent(
                now -> screen.print(new AmendmentDraft(before, now, screen.columns()).lines()));
        return after.filter(now -> agreed("amend it so")).map(now -> host + " " + now);
    }

    /// Editors end a file with a line end, whether there was one or not.
    private static String trimmed(String before, String now) {
        return now.endsWith("\n") && !before.endsWith("\n")
                ? now.substring(0, now.length() - 1)
                : now;
    }

    private Optional<String> typedText(Prepared command) {
        if (!command.text().contains("\n")) {
            return changed(command.text());
        }
        screen.print(
                "A script is amended in an editor; set EDITOR, such as EDITOR=vi, and resume the run.");
        return Optional.empty();
    }

    /// The person edits the old command; where the terminal cannot put it into the line, they see
    /// it.
    private Optional<String> changed(String before) {
        if (!screen.live()) {
            screen.print(AmendmentDraft.old(before, screen.columns()));
        }
        return ask.line("new command> ", before)
                .filter(now -> !now.isBlank())
                .filter(now -> !now.equals(before.strip()));
    }

    /// Nobody checks what a person typed; they see it whole, and where it goes, before it does.
    private boolean confirmed(Particulars said) {
        screen.print(new InspectionDraft(said, screen.columns()).lines());
        return agreed("send it");
    }

    private boolean agreed(String to) {
        return ask.line(to + " (y/N)> ", "").filter("y"::equals).isPresent();
    }

    private Optional<String> line(String prompt) {
        return ask.line(prompt, "").filter(line -> !line.isBlank());
    }

    private static String names(Gate gate) {
        return Words.hosts(gate.targets());
    }
}
