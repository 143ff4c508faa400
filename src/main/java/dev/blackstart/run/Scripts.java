package dev.blackstart.run;

import dev.blackstart.runbook.ScriptFile;
import java.util.List;
import java.util.stream.Collectors;

/// Joins scripts into one that runs them in turn, each with the interpreter its first line names;
/// the first that fails ends it.
final class Scripts {
    private Scripts() {}

    static ScriptFile together(List<ScriptFile> scripts) {
        if (scripts.size() == 1) {
            return scripts.getFirst();
        }
        String content = scripts.stream().map(Scripts::call).collect(Collectors.joining());
        String path = scripts.stream().map(ScriptFile::path).collect(Collectors.joining(", "));
        return new ScriptFile(path, "#!/bin/sh\n" + content);
    }

    private static String call(ScriptFile script) {
        String interpreter = interpreter(script);
        String flag = interpreter.endsWith("perl") ? "-e" : "-c";
        return "%s %s %s %s || exit\n"
                .formatted(interpreter, flag, quoted(script.content()), quoted(script.path()));
    }

    /// `#!/usr/bin/env NAME` and `#!/path/to/NAME`; without such a line the shell.
    private static String interpreter(ScriptFile script) {
        String first = script.content().lines().findFirst().orElse("");
        if (!first.startsWith("#!")) {
            return "/bin/sh";
        }
        String[] words = first.substring(2).strip().split("\\s+");
        return words.length > 1 && words[0].endsWith("/env") ? words[1] : words[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
