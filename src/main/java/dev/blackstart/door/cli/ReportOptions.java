package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// In which form a report is wanted, and where.
final class ReportOptions {
    @Option(
            names = "--format",
            paramLabel = "md|json|html",
            description =
                    "Form: ${COMPLETION-CANDIDATES} (default: what the name of FILE ends with, else"
                            + " md).")
    @Nullable ReportFormat format;

    @Option(names = "--html", description = "Short for --format html.")
    boolean html;

    @Option(
            names = {"--out", "--file"},
            paramLabel = "FILE",
            description = "Write to a file instead.")
    @Nullable Path file;

    ReportFormat wanted(SharedOptions shared) {
        if (format != null) {
            return format;
        }
        if (html) {
            return ReportFormat.html;
        }
        return shared.json()
                ? ReportFormat.json
                : file().map(ReportFormat::of).orElse(ReportFormat.md);
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    boolean given() {
        return format != null || html || file != null;
    }
}
