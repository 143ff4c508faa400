package dev.blackstart.view.report;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command as a person types it on a host.
record SheetCommand(Readable readable) {
    /// @return `code` to type, `root`, and for a script its `script`
    Json.Fields json(Command command) {
        Json.Fields fields =
                Json.object()
                        .with("code", code(command))
                        .with("root", Json.of(command.sudo()))
                        .with("stdin", command.stdin());
        return command.body() instanceof Command.Body.Script script
                ? fields.with("script", script.file().path())
                : fields;
    }

    String code(Command command) {
        List<String> lines = new ArrayList<>();
        command.env()
                .forEach((name, text) ->
                        lines.add("export " + name + "=" + word(readable.text(text.source()))));
        lines.add(
                switch (command.body()) {
                    case Command.Body.Run run -> readable.text(run.text().source()).strip();
                    case Command.Body.Script script -> started(script.file());
                });
        return String.join("\n", lines);
    }

    /// A script that saves evidence, with the rights and environment of the action it precedes.
    Json.Fields preserving(ScriptFile script, Command action) {
        return json(
                new Command(
                        new Command.Body.Script(script),
                        action.env(),
                        Optional.empty(),
                        action.sudo(),
                        action.outputLimit()));
    }

    /// By the program that its first line names.
    private static String started(ScriptFile script) {
        String first = script.content().lines().findFirst().orElse("");
        String program = first.startsWith("#!") ? first.substring(2).strip() : "sh";
        return program.replace("/usr/bin/env ", "").replace("/bin/", "").replace("/usr", "")
                + " "
                + script.path();
    }

    private static String word(String value) {
        return value.matches("[A-Za-z0-9_./:@%+,=‹› -]*") && !value.contains(" ")
                ? value
                : "'" + value.replace("'", "'\\''") + "'";
    }
}
