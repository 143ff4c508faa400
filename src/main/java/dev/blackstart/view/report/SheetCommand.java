package dev.blackstart.view.report;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Upload;
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

    /// The command of an action, and before it the file it puts in place, checked first.
    Json.Fields acting(Execution execution) {
        Json.Fields own = json(execution.command());
        return execution
                .upload()
                .map(upload -> own.with("code", placed(upload) + code(execution.command())))
                .orElse(own);
    }

    private String placed(Upload upload) {
        String beside = upload.to() + ".new";
        List<String> lines = new ArrayList<>();
        lines.add("cat > " + word(beside) + " <<'END_OF_FILE'");
        lines.add(readable.text(upload.content().source()).stripTrailing());
        lines.add("END_OF_FILE");
        upload.validate()
                .map(check -> check.source().replaceAll("\\[=\\s*file\\s*]", word(beside)))
                .ifPresent(check -> lines.add(readable.text(check) + " || exit"));
        upload.mode().ifPresent(mode -> lines.add("chmod " + mode + " " + word(beside)));
        lines.add("cp -p " + word(upload.to()) + " " + word(upload.to() + ".before"));
        lines.add("mv " + word(beside) + " " + word(upload.to()));
        return String.join("\n", lines) + "\n";
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
                    case Command.Body.Nothing nothing -> "# nothing else";
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
