package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.ScriptFile;
import java.util.List;

/// A shell text of a step: its `run`, or a script beside the runbook.
///
/// @param start where the text starts; exact for scripts and for commands of one line
/// @param inScript is it a script, in which rules can be less sure
record ShellText(String text, Position start, boolean inScript) {
    /// @param runbook any place in the runbook's file
    static ShellText of(Command command, Position runbook) {
        return switch (command.body()) {
            case Command.Body.Run run ->
                    new ShellText(run.text().source(), run.text().position(), false);
            case Command.Body.Script script -> of(script.file(), runbook);
            case Command.Body.Nothing nothing -> new ShellText("", runbook, false);
        };
    }

    static ShellText of(ScriptFile script, Position runbook) {
        String file = runbook.file();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return new ShellText(script.content(), new Position(folder + script.path(), 1, 1), true);
    }

    List<ShellCommand> commands() {
        return ShellScanner.commands(text);
    }

    /// The place of a character; for a `run` of several lines that of its start.
    Position at(int offset) {
        String before = text.substring(0, Math.min(offset, text.length()));
        if (before.indexOf('\n') < 0) {
            return new Position(start.file(), start.line(), start.column() + before.length());
        }
        if (!inScript) {
            return start;
        }
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(
                start.file(), start.line() + line, before.length() - before.lastIndexOf('\n'));
    }
}
