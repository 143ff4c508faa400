package dev.blackstart.door.cli;

import java.util.Map;

/// Whether lines are coloured: what the command line says, else what the environment says
/// (`NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`), else whether a capable terminal is there.
enum Colour {
    auto,
    always,
    never;

    /// @param capable a terminal that is not dumb
    boolean on(Map<String, String> env, boolean capable) {
        return switch (this) {
            case always -> true;
            case never -> false;
            case auto -> {
                if (!env.getOrDefault("NO_COLOR", "").isEmpty()) {
                    yield false;
                }
                if (!env.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
                    yield true;
                }
                yield capable && !env.getOrDefault("CLICOLOR", "1").equals("0");
            }
        };
    }
}
