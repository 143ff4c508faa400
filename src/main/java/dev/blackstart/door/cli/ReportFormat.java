package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The forms a report has.
enum ReportFormat {
    md,
    json,
    html;

    /// What a file's name asks for, such as `report.html`.
    static Optional<ReportFormat> of(Path file) {
        String name = file.toString();
        return Arrays.stream(values()).filter(it -> name.endsWith("." + it.name())).findFirst();
    }
}
