package dev.blackstart.runbook.lint;

import java.util.List;

/// One simple command of a shell text.
///
/// @param words the command's name and its arguments, without quotes; what stands before it, such
///   as `sudo` or `timeout 5`, is left out
/// @param limited does `timeout` stand before it
/// @param writes files that output is redirected to
/// @param offset where it starts in the text
record ShellCommand(List<String> words, boolean limited, List<String> writes, int offset) {
    ShellCommand {
        words = List.copyOf(words);
        writes = List.copyOf(writes);
    }

    /// The name without its folder; empty for a mere redirection.
    String name() {
        return words.isEmpty()
                ? ""
                : words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
    }

    List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /// The arguments that are no options.
    List<String> operands() {
        return arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.startsWith("+"))
                .toList();
    }

    /// Is an option there: `--long`, with or without `=value`, or a letter in a cluster such as
    /// `-sSm`?
    boolean has(String option) {
        return arguments().stream()
                .anyMatch(word ->
                        word.equals(option)
                                || word.startsWith(option + "=")
                                || letter(word, option)
                                || option.length() == 2
                                        && word.startsWith(option)
                                        && word.length() > 2);
    }

    boolean hasAny(String... options) {
        return List.of(options).stream().anyMatch(this::has);
    }

    private static boolean letter(String word, String option) {
        return option.matches("-[A-Za-z0-9]")
                && word.matches("-[A-Za-z0-9]+")
                && word.indexOf(option.charAt(1)) > 0;
    }
}
