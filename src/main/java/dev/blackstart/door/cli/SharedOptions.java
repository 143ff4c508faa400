package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that every verb takes.
class SharedOptions {
    enum Format {
        text,
        json
    }

    @Option(
            names = "--runbooks",
            paramLabel = "DIR",
            description =
                    "Folder of the runbooks (default: runbooks here, else beside the launcher).")
    @Nullable Path runbooks;

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description = "Inventory file (default: inventory.yaml in the folder of the runbooks).")
    @Nullable Path inventory;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description =
                    "Folder of the journal (default: /var/lib/blackstart where it is writable, else"
                            + " ~/.local/state/blackstart).")
    @Nullable Path journal;

    @Option(
            names = "--output",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format output = Format.text;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean help;

    NextSteps steps() {
        return new NextSteps(Optional.ofNullable(journal));
    }

    boolean json() {
        return output == Format.json;
    }

    Colour colour() {
        return Colour.auto;
    }

    boolean quietBell() {
        return false;
    }
}
