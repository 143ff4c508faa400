package dev.blackstart.door.cli;

import java.util.regex.Pattern;

/// A line without its colour.
final class Plain {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Plain() {}

    static String of(String line) {
        return COLOUR.matcher(line).replaceAll("");
    }
}
