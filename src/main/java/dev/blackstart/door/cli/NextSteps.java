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
/// @param key the option that names the key to log in with, for what sends to hosts; or empty
record NextSteps(Pattern verbs, String named, String key) {
    private static final Pattern OF_JOURNALS =
            Pattern.compile(
                    "\\bblackstart (?:loans repay|loans(?! repay)|audit export|audit verify|audit begin-anew|approve|resume|reconcile|report|attach|abort|runs|evidence|hand-over|run|diagnose|token revoke)\\b(?! --journal)(?!-)");

    private static final Pattern OF_HOSTS =
            Pattern.compile(
                    "\\bblackstart (?:loans repay|resume|reconcile|abort|run|diagnose)\\b(?! --(?:identity|journal))(?!-)");

    private static final Pattern OF_SERVICES =
            Pattern.compile(
                    "\\bblackstart (?:loans repay|loans(?! repay)|resume|reconcile|report|attach|abort|runs|evidence(?! export)|hand-over|run|diagnose|rehearse|drill|list|approve)\\b(?! --server)(?!-)");

    static final NextSteps USUAL = new NextSteps(Optional.empty());

    /// @param journal its folder
    NextSteps(Optional<Path> journal) {
        this(
                OF_JOURNALS,
                journal.map(folder -> " --journal " + word(folder.toString())).orElse(""),
                "");
    }

    /// @param identity the key that was named, which the next command needs as well; a service has
    ///   its own
    NextSteps with(Optional<Path> identity) {
        return new NextSteps(
                verbs,
                named,
                identity.filter(file -> verbs.equals(OF_JOURNALS))
                        .map(file -> " --identity " + word(file.toString()))
                        .orElse(""));
    }

    /// @param options that name a service
    static NextSteps at(List<String> options) {
        return new NextSteps(
                OF_SERVICES,
                options.stream().map(NextSteps::word).collect(Collectors.joining(" ", " ", "")),
                "");
    }

    /// A sentence whose commands can be typed as they stand.
    String in(String sentence) {
        return each(verbs, named, each(OF_HOSTS, key, sentence));
    }

    private static String each(Pattern verbs, String option, String sentence) {
        return option.isEmpty()
                ? sentence
                : verbs.matcher(sentence).replaceAll("$0" + Matcher.quoteReplacement(option));
    }

    /// As one word of a shell.
    static String word(String text) {
        return text.matches("[A-Za-z0-9@%+=:,./_-]+")
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }
}
