package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands that sentences name as a next step. Whoever works with a journal of their own must
/// name it there too, or the run is not found.
///
/// @param journal as it was given; empty for the usual one
record NextSteps(Optional<Path> journal) {
    static final NextSteps USUAL = new NextSteps(Optional.empty());

    private static final Pattern NAMED =
            Pattern.compile(
                    "\\bblackstart (?:loans repay|loans(?! repay)|audit export|audit verify|audit begin-anew|approve|resume|reconcile|report|attach|abort|runs|evidence|hand-over|run|diagnose)\\b(?! --journal)(?!-)");

    /// A sentence whose commands can be typed as they stand.
    String in(String sentence) {
        return journal.map(folder ->
                        NAMED.matcher(sentence)
                                .replaceAll(
                                        "$0 --journal " + Matcher.quoteReplacement(word(folder))))
                .orElse(sentence);
    }

    /// As one word of a shell.
    static String word(Path folder) {
        String path = folder.toString();
        return path.matches("[A-Za-z0-9@%+=:,./_-]+")
                ? path
                : "'" + path.replace("'", "'\\''") + "'";
    }
}
