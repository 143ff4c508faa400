package dev.blackstart.view.report;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Text;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A command as a person types it, or pastes it, on a host: it never ends the shell it is pasted
/// into, nor leaves anything behind in it.
record SheetCommand(Readable readable) {
    /// What reaches beyond the command in a shell that somebody sits at.
    private static final Pattern REACHES_OUT =
            Pattern.compile("\\b(exit|exec|return|set|cd|export|trap|umask|unset|ulimit)\\b|\n");

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

    /// The command of a check, which shows its exit status where that is a part of the answer.
    Json.Fields asking(Command command, boolean status) {
        return status
                ? json(command).with("code", code(command) + "\necho \"exit status: $?\"")
                : json(command);
    }

    /// What a command prints, kept in a variable of the shell it is typed in, and shown.
    ///
    /// @param root as root, though the command itself may not ask for it
    Json.Fields keeping(String variable, Command command, boolean root) {
        return json(command)
                .with("root", Json.of(root))
                .with("stay", Json.of(true))
                .with(
                        "code",
                        variable
                                + "=$(\n"
                                + code(command)
                                + "\n)\nexport "
                                + variable
                                + "\nprintf '%s\\n' \"$"
                                + variable
                                + '"');
    }

    String code(Command command) {
        return switch (command.body()) {
            case Command.Body.Run run ->
                    kept(command.env(), readable.text(run.text().source()).strip());
            case Command.Body.Script script ->
                    assigned(command.env(), " ") + started(script.file());
            case Command.Body.Nothing nothing -> "";
        };
    }

    private String kept(Map<String, Text> env, String text) {
        if (env.isEmpty() && !REACHES_OUT.matcher(text).find()) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of("("));
        env.forEach((name, value) -> lines.add("export " + name + "=" + word(value)));
        lines.add(text);
        lines.add(")");
        return String.join("\n", lines);
    }

    private String assigned(Map<String, Text> env, String after) {
        StringBuilder words = new StringBuilder();
        env.forEach(
                (name, value) -> words.append(name).append('=').append(word(value)).append(after));
        return words.toString();
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
                + ShellWord.of(script.path());
    }

    private String word(Text value) {
        return ShellWord.of(readable.value(value.source()));
    }
}
