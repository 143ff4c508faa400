package dev.blackstart.view.map;

/// Words in a picture.
final class SvgText {
    private SvgText() {}

    static String of(int x, int y, String look, String words) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(
                        look,
                        x,
                        y,
                        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
