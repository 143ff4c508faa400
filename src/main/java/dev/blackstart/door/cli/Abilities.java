package dev.blackstart.door.cli;

import dev.blackstart.view.Look;
import java.util.Map;
import java.util.Set;

/// What the terminal in front of a person can do, as far as its environment says.
///
/// @param live it can redraw lines
record Abilities(Look look, boolean live, Notice notice) {
    private static final Set<String> CANNOT_REDRAW = Set.of("", "dumb", "unknown");

    static Abilities of(Map<String, String> env, boolean terminal, SharedOptions options) {
        boolean capable = terminal && !CANNOT_REDRAW.contains(env.getOrDefault("TERM", ""));
        return new Abilities(
                new Look(
                        options.colour().on(env, capable),
                        CharacterSet.of(env) == CharacterSet.UNICODE),
                capable,
                capable && !options.quietBell() ? Notice.of(env) : Notice.NONE);
    }
}
