package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The commands that sentences name as a next step. Whoever works with a journal of their own, or
/// with a service, must name it there too, or the run is not found.
///
/// @param verbs after which something is named
/// @param named as it was given; empty for the usual journal
record NextSteps(Pattern verbs, String named) {
    private static final Pattern OF_JOURNALS =
            Pattern.compile(
                    "\\bblackstart (?:loans repay|loans(?! repay)|audit export|audit verify|audit begin-anew|approve|resume|reconcile|report|attach|abort|runs|evidence|hand-over|run|diagnose)\\b(?! --journal)(?!-)");

    private static final Pattern OF_SERVICES =
            Pattern.compile(
                    "\\bblackstart (?:loans repay|loans(?! repay)|resume|reconcile|report|attach|abort|runs|evidence(?! export)|hand-over|run|diagnose|rehearse|drill|list)\\b(?! --server)(?!-)");

    static final NextSteps USUAL = new NextSteps(Optional.empty());

    /// @param journal its folder
    NextSteps(Optional<Path> journal) {
        this(
                OF_JOURNALS,
                journal.map(folder -> " --journal " + word(folder.toString())).orElse(""));
    }

    /// @param options that name a service
    static NextSteps at(List<String> options) {
        return new NextSteps(
                OF_SERVICES,
                options.stream().map(NextSteps::word).collect(Collectors.joining(" ", " ", "")));
    }

    /// A sentence whose commands can be typed as they stand.
    String in(String sentence) {
        return named.isEmpty()
                ? sentence
                : verbs.matcher(sentence).replaceAll("$0" + Matcher.quoteReplacement(named));
    }

    /// As one word of a shell.
    static String word(String text) {
        return text.matches("[A-Za-z0-9@%+=:,./_-]+")
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }
}
