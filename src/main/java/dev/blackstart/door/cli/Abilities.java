package dev.blackstart.door.cli;

import dev.blackstart.view.Look;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the terminal in front of a person can do, as far as its environment says.
///
/// @param live it can redraw lines
record Abilities(Look look, boolean live, Notice notice) {
    private static final Set<String> CANNOT_REDRAW = Set.of("", "dumb", "unknown");

    static Abilities of(Map<String, String> env, boolean terminal, SharedOptions options) {
        boolean capable = terminal && !CANNOT_REDRAW.contains(env.getOrDefault("TERM", ""));
        return new Abilities(
                new Look(options.colour().on(env, capable), !terminal || unicode(env)),
                capable,
                capable && !options.quietBell() ? Notice.of(env) : Notice.NONE);
    }

    /// As the C library decides: the first of the three that is set.
    private static boolean unicode(Map<String, String> env) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> env.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", ""))
                .filter(locale -> locale.contains("utf8"))
                .isPresent();
    }
}
