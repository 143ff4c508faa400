package dev.blackstart.door.cli;

import dev.blackstart.view.Escaped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// The forms a report has.
enum ReportFormat {
    md,
    json,
    html;

    /// What a file's name asks for, such as `report.html`.
    static ReportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(it -> name.endsWith("." + it.name()))
                .findFirst()
                .orElseThrow(() ->
                        new CannotGoOn(
                                ExitCode.USAGE,
                                "The name "
                                        + Escaped.line(file.toString(), 120)
                                        + " does not say in which form; end it with .md, .json or .html, or name the form with --format md, json or html."));
    }
}
