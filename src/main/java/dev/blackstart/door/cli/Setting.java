package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides where the files of a command are: what its options say, else the usual places.
final class Setting {
    private final Surroundings surroundings;
    private final SharedOptions options;

    Setting(Surroundings surroundings, SharedOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    Places places() {
        return places(new HostOptions());
    }

    Places places(HostOptions hosts) {
        Path runbooks = runbooks();
        return new Places(
                runbooks,
                given(options.inventory).orElse(runbooks.resolve("inventory.yaml")),
                journal(),
                templates(runbooks),
                given(hosts.identity),
                given(hosts.knownHosts));
    }

    private Optional<Path> given(@Nullable Path option) {
        return Optional.ofNullable(option).map(surroundings.cwd()::resolve);
    }

    private Path runbooks() {
        if (options.runbooks != null) {
            Path folder = surroundings.cwd().resolve(options.runbooks);
            if (!Files.isDirectory(folder)) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "There is no folder " + folder + "; name one with --runbooks DIR.");
            }
            return folder;
        }
        Path here = surroundings.cwd().resolve("runbooks");
        return Files.isDirectory(here) ? here : beside("runbooks").orElse(here);
    }

    private Path templates(Path runbooks) {
        Path sibling = runbooks.resolveSibling("templates");
        return Files.isRegularFile(sibling.resolve(Reports.TEMPLATE))
                ? sibling
                : beside("templates").orElse(sibling);
    }

    private Optional<Path> beside(String name) {
        return surroundings.home().map(home -> home.resolve(name)).filter(Files::isDirectory);
    }

    private Path journal() {
        return given(options.journal).orElseGet(() -> location().directory());
    }

    /// What is lost by the journal's place, said once by verbs that write to it.
    Optional<String> warning() {
        return options.journal == null ? location().warning() : Optional.empty();
    }

    private JournalLocation location() {
        try {
            return JournalLocation.of(surroundings.env());
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }
}
