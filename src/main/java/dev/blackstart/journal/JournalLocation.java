package dev.blackstart.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the journal is: in the directory all operators of this machine share, when this one may
/// write there, else in the operator's own.
///
/// @param warning what is lost in the operator's own directory, one sentence
public record JournalLocation(Path directory, Optional<String> warning) {
    public static final Path SHARED = Path.of("/var/lib/blackstart");

    public static JournalLocation of(Map<String, String> environment) throws JournalException {
        return of(environment, SHARED);
    }

    /// Chooses between that directory and the operator's own.
    ///
    /// @param environment `XDG_STATE_HOME` and `HOME` are read; a relative `XDG_STATE_HOME` counts
    ///   as unset, as the XDG base directory specification says
    public static JournalLocation of(Map<String, String> environment, Path shared)
            throws JournalException {
        if (Files.isDirectory(shared) && Files.isWritable(shared)) {
            return new JournalLocation(shared, Optional.empty());
        }
        Path own =
                directory(environment, "XDG_STATE_HOME")
                        .or(() -> directory(environment, "HOME").map(JournalLocation::state))
                        .orElseThrow(() -> homeless(shared));
        return new JournalLocation(own.resolve("blackstart"), Optional.of(warning(shared)));
    }

    private static Path state(Path home) {
        return home.resolve(".local/state");
    }

    private static Optional<Path> directory(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(Path::of).filter(Path::isAbsolute);
    }

    private static String warning(Path shared) {
        return "The journal is your own: other operators of this machine do not see your runs, because "
                + shared
                + " is not there or not writable for you.";
    }

    private static JournalException homeless(Path shared) {
        return new JournalException(
                JournalException.Kind.NOT_WRITTEN,
                "there is no place for the journal: "
                        + shared
                        + " is not writable and HOME is not set; set HOME or XDG_STATE_HOME");
    }
}
