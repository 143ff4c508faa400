package dev.blackstart.site;

import java.util.List;

/// Puts a page into the frame that all have.
///
/// @param frame HTML with the gaps `@TITLE@`, `@PAGES@` and `@BODY@`
record Layout(String frame) {
    String page(Page page, List<Page> all) {
        StringBuilder pages = new StringBuilder();
        for (Page other : all) {
            pages.append(
                    "<li><a href=\"%s\"%s>%s</a></li>\n"
                            .formatted(
                                    other.file(),
                                    other.file().equals(page.file())
                                            ? " aria-current=\"page\""
                                            : "",
                                    escaped(other.title())));
        }
        return frame.replace("@TITLE@", escaped(page.title()))
                .replace("@PAGES@", pages.toString())
                .replace("@BODY@", page.body());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
