package dev.blackstart.door.cli;

import java.util.Map;
import java.util.Set;

/// How a terminal calls a person: by a desktop notice where it is known to show one, else by its
/// bell. Inside tmux and screen the bell, which they pass on.
enum Notice {
    NONE,
    BELL,
    DESKTOP;

    private static final Set<String> PROGRAMS = Set.of("iTerm.app", "WezTerm", "ghostty");
    private static final Set<String> TYPES = Set.of("xterm-kitty", "xterm-ghostty", "foot");

    static Notice of(Map<String, String> env) {
        boolean nested = env.containsKey("TMUX") || env.containsKey("STY");
        boolean shows =
                PROGRAMS.contains(env.getOrDefault("TERM_PROGRAM", ""))
                        || TYPES.contains(env.getOrDefault("TERM", ""));
        return shows && !nested ? DESKTOP : BELL;
    }

    /// @param words of this program, without control characters
    String bytes(String words) {
        return switch (this) {
            case NONE -> "";
            case BELL -> "\u0007";
            case DESKTOP -> "\u001b]9;" + words + "\u001b\\";
        };
    }
}
