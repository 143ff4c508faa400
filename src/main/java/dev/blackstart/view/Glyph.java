package dev.blackstart.view;

/// How one character is shown: as itself, as its control picture (`␛`), or as its code
/// (`<U+202E>`).
final class Glyph {
    private Glyph() {}

    static String shown(int point) {
        if (point < 0x20) {
            return Character.toString(0x2400 + point);
        }
        if (point == 0x7f) {
            return "␡";
        }
        return named(point);
    }

    /// Without pictures.
    static String named(int point) {
        return hidden(point) ? String.format("<U+%04X>", point) : Character.toString(point);
    }

    /// Is it a character that one cannot see, or that changes how others are seen?
    static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> blank(point);
        };
    }

    /// Letters and marks that leave no ink: fillers, the empty Braille pattern, variation
    /// selectors.
    private static boolean blank(int point) {
        return point == 0x034f
                || point == 0x115f
                || point == 0x1160
                || point == 0x17b4
                || point == 0x17b5
                || point == 0x2800
                || point == 0x3164
                || point == 0xffa0
                || point >= 0xfe00 && point <= 0xfe0f
                || point >= 0xe0100 && point <= 0xe01ef;
    }
}
