package dev.blackstart.view.report;

import dev.blackstart.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Path;

/// Pages as the shipped templates make them.
final class Rendered {
    private Rendered() {}

    static String markdown(Pages pages) throws IOException {
        return templates().render("report/" + pages.template() + ".md.ftl", pages.markdown());
    }

    static String html(Pages pages) throws IOException {
        return templates().render("report/" + pages.template() + ".html.ftl", pages.html());
    }

    private static ReportTemplates templates() {
        return new ReportTemplates(Path.of("templates"));
    }
}
