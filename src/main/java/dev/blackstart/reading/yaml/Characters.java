package dev.blackstart.reading.yaml;

import java.util.Optional;

/// The characters that no text may contain, because people would not see what is sent: control
/// characters, marks that change the direction of writing, and characters without width.
public final class Characters {
    private Characters() {}

    /// What the character is, when it is one of those that are refused. Tab, line feed and the
    /// carriage return before a line feed are the caller's business.
    public static Optional<String> refused(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n') {
            return Optional.empty();
        }
        if (Character.isISOControl(codePoint)) {
            return Optional.of("control character");
        }
        if (isDirectionMark(codePoint)) {
            return Optional.of("mark that changes the direction of writing");
        }
        if (isInvisible(codePoint)) {
            return Optional.of("character that cannot be seen");
        }
        if (isNoCharacter(codePoint)) {
            return Optional.of("code that is no character");
        }
        return Optional.empty();
    }

    /// `U+202E` and what it is, of the first character of the text that is refused.
    public static Optional<String> firstRefused(String text) {
        return text.codePoints()
                .filter(codePoint -> refused(codePoint).isPresent())
                .mapToObj(codePoint -> named(codePoint) + ", a " + refused(codePoint).orElse(""))
                .findFirst();
    }

    /// The text on one line, with refused characters written as their codes.
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        visible.append(
                                refused(c).isPresent()
                                        ? "<" + named(c) + ">"
                                        : c == '\n' || c == '\t' ? " " : Character.toString(c)));
        return visible.toString();
    }

    public static String named(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }

    private static boolean isDirectionMark(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    private static boolean isInvisible(int c) {
        return c >= 0x200B && c <= 0x200D
                || c == 0x00AD
                || c == 0x2028
                || c == 0x2029
                || c >= 0x2060 && c <= 0x2064
                || c == 0xFEFF
                || c >= 0xE0000 && c <= 0xE007F;
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xD800 && c <= 0xDFFF || c >= 0xFDD0 && c <= 0xFDEF;
    }
}
