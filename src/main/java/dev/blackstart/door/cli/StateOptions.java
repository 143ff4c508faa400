package dev.blackstart.door.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of verbs about what a service keeps; `--runbooks` means another thing there.
final class StateOptions {
    @Option(
            names = {"--state", "--journal"},
            paramLabel = "DIR",
            description =
                    "Folder of the journal, with which the service keeps its tokens (default: as for"
                            + " serve).")
    @Nullable Path state;

    @Option(
            names = "--output",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    SharedOptions.Format output = SharedOptions.Format.text;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean help;

    SharedOptions shared() {
        SharedOptions shared = new SharedOptions();
        shared.journal = state;
        shared.output = output;
        return shared;
    }
}
