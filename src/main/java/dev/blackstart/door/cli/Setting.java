package dev.blackstart.door.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalLocation;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.view.Escaped;
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
                file("--inventory", options.inventory).orElse(runbooks.resolve("inventory.yaml")),
                journal(),
                templates(runbooks),
                file("--identity", hosts.identity),
                file("--known-hosts", hosts.knownHosts),
                policy(runbooks, hosts.policy));
    }

    private Optional<Path> given(@Nullable Path option) {
        return Optional.ofNullable(option).map(surroundings.cwd()::resolve);
    }

    /// A file that is named must be there: leaving it out in silence would be another command.
    private Optional<Path> file(String option, @Nullable Path named) {
        Optional<Path> file = given(named);
        if (file.filter(it -> !Files.exists(it)).isPresent()) {
            throw unusable(option, file.get(), "There is no file ");
        }
        if (file.filter(it -> Files.isDirectory(it) || !Files.isReadable(it)).isPresent()) {
            throw unusable(option, file.get(), "You cannot read the file ");
        }
        return file;
    }

    private static CannotGoOn unusable(String option, Path file, String what) {
        return new CannotGoOn(
                ExitCode.REFUSED,
                what
                        + Escaped.line(file.toString())
                        + "; name another with "
                        + option
                        + " FILE, or leave it out for the usual place. Nothing was sent.");
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

    private Optional<Path> policy(Path runbooks, @Nullable Path named) {
        Path usual = runbooks.resolve(PolicyReader.USUAL);
        return file("--policy", named)
                .or(() -> Optional.of(usual).filter(it -> Files.exists(it, NOFOLLOW_LINKS)));
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
