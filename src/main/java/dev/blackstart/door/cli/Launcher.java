package dev.blackstart.door.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a person types this command, so that a hint runs as it stands.
final class Launcher {
    static final String NAME = "blackstart";

    private static final Pattern PLAIN = Pattern.compile("[\\w./@%+=:,-]+");

    private final Surroundings surroundings;

    Launcher(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// By its name where the shell finds it, else by its path, the shorter of the absolute one and
    /// that from where the person is.
    ///
    /// @param from the folder in which it is typed
    String typed(Path from) {
        Optional<Path> launcher = surroundings.home().map(home -> real(home).resolve(NAME));
        if (launcher.isEmpty() || onPath(launcher.get())) {
            return NAME;
        }
        String absolute = launcher.get().toString();
        String relative = real(from).relativize(launcher.get()).toString();
        String here = relative.contains("/") ? relative : "./" + relative;
        return word(here.length() < absolute.length() ? here : absolute);
    }

    /// One word of a shell's command line.
    static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private boolean onPath(Path launcher) {
        String path = surroundings.env().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> surroundings.cwd().resolve(folder).resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(found -> real(found).equals(real(launcher)))
                .isPresent();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // what is not there yet has no other name
            return path.toAbsolutePath().normalize();
        }
    }
}
