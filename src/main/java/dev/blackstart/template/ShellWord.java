package dev.blackstart.template;

/// One POSIX shell word out of any text.
public final class ShellWord {
    private ShellWord() {}

    /// In single quotes; a single quote within becomes `'\''`.
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// Why a text cannot be a word at all; empty when it can.
    static String objection(String text) {
        if (text.indexOf('\0') >= 0) {
            return "a value holds a NUL character, which no command can receive";
        }
        boolean torn =
                text.codePoints()
                        .anyMatch(
                                c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return torn ? "a value holds half of a character, which UTF-8 cannot carry" : "";
    }
}
