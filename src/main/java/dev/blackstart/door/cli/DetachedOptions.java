package dev.blackstart.door.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether the run outlives the terminal it was started from.
final class DetachedOptions {
    @Option(
            names = "--detached",
            description =
                    "Carry the run out in a process of its own that outlives this terminal, and"
                            + " attach to it.")
    boolean detached;

    /// Where the process that carries the run out says which run it is; it answers no gate itself.
    @Option(names = "--announce", hidden = true)
    @Nullable Path announce;
}
