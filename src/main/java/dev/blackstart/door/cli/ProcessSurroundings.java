package dev.blackstart.door.cli;

import dev.blackstart.run.Person;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The surroundings of the real process.
public final class ProcessSurroundings {
    private ProcessSurroundings() {}

    public static Surroundings take() {
        Map<String, String> env = System.getenv();
        return new Surroundings(
                streams(env),
                env,
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.getProperty("blackstart.home")).map(Path::of),
                ProcessClock.of(System.getProperty("blackstart.clock.begins")),
                new Person(person(env)),
                new ProcessSignals(),
                code -> Runtime.getRuntime().halt(code));
    }

    /// Output is UTF-8 whatever the locale says; a 03:00 session often has none.
    private static Streams streams(Map<String, String> env) {
        boolean terminal = console().filter(Console::isTerminal).isPresent();
        return new Streams(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                terminal,
                size(env.get("COLUMNS"), 80, 40),
                size(env.get("LINES"), 24, 16),
                terminal
                        ? new TerminalTypeAhead(System.in, System.getProperty("os.name", ""))
                        : () -> {},
                ProcessSurroundings::secret);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int size(@Nullable String text, int otherwise, int least) {
        return text != null && text.matches("[1-9][0-9]{0,3}")
                ? Math.max(least, Integer.parseInt(text))
                : otherwise;
    }

    /// The human behind `sudo`, else the login name.
    private static String person(Map<String, String> env) {
        for (String name : new String[] {"SUDO_USER", "USER", "LOGNAME"}) {
            String value = env.getOrDefault(name, "");
            if (!value.isBlank()) {
                return value;
            }
        }
        String user = System.getProperty("user.name", "");
        return user.isBlank() ? "unknown" : user;
    }

    private static String secret(String prompt) {
        return console()
                .map(console -> console.readPassword("%s", prompt))
                .map(String::new)
                .orElse("");
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console());
    }
}
