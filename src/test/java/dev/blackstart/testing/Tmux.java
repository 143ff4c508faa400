package dev.blackstart.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// A real terminal of a size, with a program in it: a tmux server of its own, which ends with the
/// test.
public final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /// @param folder where its socket goes
    /// @param script a shell script, which is all that runs in it
    public static Tmux start(Path folder, int columns, int rows, Path script) {
        Tmux tmux = new Tmux(folder.resolve("tmux"));
        tmux.tell(
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "exec sh " + script);
        return tmux;
    }

    private String tell(String... words) {
        String[] command = new String[words.length + 6];
        System.arraycopy(
                new String[] {"tmux", "-u", "-f", "/dev/null", "-S", socket.toString()},
                0,
                command,
                0,
                6);
        System.arraycopy(words, 0, command, 6, words.length);
        return Processes.run(command);
    }

    /// Types keys by tmux' names, such as `Enter`, `C-c`, or a word.
    public void type(String... keys) {
        String[] words = new String[keys.length + 1];
        words[0] = "send-keys";
        System.arraycopy(keys, 0, words, 1, keys.length);
        tell(words);
    }

    public void resize(int columns, int rows) {
        tell("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /// What is on the screen.
    public List<String> screen() {
        return tell("capture-pane", "-p").lines().toList();
    }

    /// With everything that has scrolled away, and its colours.
    public String all() {
        return tell("capture-pane", "-p", "-e", "-S", "-2000");
    }

    public List<String> await(String what, Predicate<List<String>> there) {
        return Awaitility.await(what).atMost(PATIENCE).until(this::screen, there);
    }

    /// Until a line of the screen matches.
    public List<String> await(String regex) {
        return await(regex, lines -> lines.stream().anyMatch(line -> line.matches(regex)));
    }

    @Override
    public void close() {
        tell("kill-server");
    }
}
