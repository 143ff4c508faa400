package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The program that carries out a command's text: `/bin/sh`, or what a script's first line names.
final class Interpreter {
    private static final List<String> SHELL = List.of("/bin/sh");
    private static final Set<String> SHELLS = Set.of("sh", "dash", "ash", "bash", "ksh", "zsh");

    private Interpreter() {}

    /// The words that carry it out: interpreter, `-c`, text, and the label as its `$0`.
    static List<String> argv(Prepared prepared) {
        List<String> program = prepared.script() ? named(prepared) : SHELL;
        List<String> words = new ArrayList<>(program);
        words.add(program.getFirst().endsWith("perl") ? "-e" : "-c");
        words.add(prepared.text());
        words.add(prepared.label());
        return words;
    }

    private static List<String> named(Prepared prepared) {
        String first = prepared.text().lines().findFirst().orElse("");
        if (!first.startsWith("#!")) {
            return SHELL;
        }
        List<String> words = Arrays.asList(first.substring(2).strip().split("\\s+"));
        if (words.getFirst().endsWith("/env") && words.size() > 1) {
            words = words.subList(1, words.size());
        }
        String name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        if (SHELLS.contains(name) || name.matches("python[0-9.]*|perl")) {
            return words;
        }
        throw new IllegalArgumentException(
                "%s names the interpreter %s; allowed are sh, dash, ash, bash, ksh, zsh, python and perl"
                        .formatted(prepared.label(), words.getFirst()));
    }
}
