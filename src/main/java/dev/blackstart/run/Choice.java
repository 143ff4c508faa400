package dev.blackstart.run;

/// One answer a gate takes.
///
/// @param key what is typed, such as `y`, `retry`, `s`
/// @param label what it does
/// @param typed what must be typed in full besides, such as the target's name; empty when nothing
public record Choice(String key, String label, String typed) {
    public static Choice of(String key, String label) {
        return new Choice(key, label, "");
    }
}
