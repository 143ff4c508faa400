package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Golden;
import dev.blackstart.testing.OwnClassPath;
import dev.blackstart.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real command in a real terminal: a drill up to its first gate, looked at as a person would.
class TerminalScreensTest {
    private static final String GATE = "(DRILL )?gate G1( \\[y s n \\?])?>";
    private static final String GONE = "EXIT \\d+";

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
    Path folder;

    private Path script;

    @BeforeEach
    void noScriptYet() {
        script = folder.resolve("run.sh");
    }

    private Tmux drill(int columns, int rows, String environment) throws IOException {
        Files.writeString(
                script,
                "trap : INT\ncd "
                        + Path.of("").toAbsolutePath()
                        + "\nenv -i PATH=\"$PATH\" HOME="
                        + folder
                        + " USER=anna TZ=UTC "
                        + environment
                        + " '"
                        + System.getProperty("java.home")
                        + "/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                        + " --enable-native-access=ALL-UNNAMED"
                        + " --sun-misc-unsafe-memory-access=allow"
                        + " -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp '"
                        + OwnClassPath.text()
                        + "' dev.blackstart.Main drill frozen-store\necho EXIT $?\nexec cat\n");
        return Tmux.start(folder, columns, rows, script);
    }

    /// Times, ids and ages differ; where a line breaks depends on them.
    private static List<String> steady(List<String> screen) {
        List<String> lines = new ArrayList<>();
        for (String raw : screen) {
            String line = raw.startsWith("DRILL") ? raw.substring(5).replaceFirst("^ ", "") : raw;
            boolean goesOn = line.matches(" {9,}[^│| ].*") && !line.matches(" +([\\w.]+=|[~…]).*");
            if (goesOn && !lines.isEmpty()) {
                lines.add(lines.removeLast() + " " + line.strip());
            } else {
                lines.add(line);
            }
        }
        return lines.stream().map(TerminalScreensTest::timeless).toList();
    }

    private static String timeless(String line) {
        return line.replaceAll("\\d\\d:\\d\\d:\\d\\d", "HH:MM:SS")
                .replaceAll("\\d+(\\.\\d)? (s|min)\\b", "N s")
                .replaceAll("N s to N s", "N s")
                .replaceAll("\\d+ more lines?", "M more lines")
                .replaceAll("(?<=\\S) {2,}", "  ")
                .replaceAll("\\S+(…|~)$", "$1"); // one digit more cuts one letter more
    }

    private static List<String> gate(List<String> screen) {
        int from = 0;
        for (int i = 0; i < screen.size(); i++) {
            from = screen.get(i).contains("-- gate") ? i : from;
        }
        return screen.subList(from, screen.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static void leave(Tmux tmux) {
        tmux.type("n", "Enter");
        tmux.await(GONE);
    }

    @Test
    void aCapableTerminalShowsWhoIsWaitedForThenTheWholeGateAndItsPages() throws IOException {
        try (Tmux tmux = drill(80, 24, "TERM=screen LANG=C.UTF-8")) {
            tmux.await(".*(to come|waits for).*");
            tmux.type("y", "Enter");
            List<String> gate = tmux.await(GATE);
            assertThat(gate.getFirst()).contains("-- gate G1");
            Golden.check("terminal/gate-80.txt", steady(gate(gate)));
            assertThat(tmux.all()).contains("\u001b[").contains("Reboot the gateway");

            tmux.type("?", "Enter");
            tmux.await(".*whatever the choices are.*");
            tmux.await(GATE);
            tmux.type("w", "Enter");
            List<String> why = tmux.await(".*Enter goes on, q ends>");
            assertThat(String.join("\n", why)).contains("REFUTED  gateway_is_cause", "against");
            tmux.type("Enter");
            tmux.await(".*no hypothesis for.*");
            throughPages(tmux);
            tmux.type("e", "Enter");
            tmux.await(".*(crash_looping .*check daemon|Enter goes on, q ends>).*");
            throughPages(tmux);
            assertThat(tmux.all()).containsPattern("crash_looping .*check daemon");
            tmux.type("d", "Enter");
            tmux.await(".*Enter goes on, q ends>");
            tmux.type("q", "Enter");
            tmux.await("paging has ended", lines -> last(lines).matches(GATE));
            tmux.type("?p", "Enter");
            List<String> now = tmux.await("DRILL waits .*");
            Golden.check("terminal/now-80.txt", steady(now.subList(now.size() - 6, now.size())));

            tmux.await("asked again", lines -> last(lines).matches(GATE));
            tmux.resize(60, 30);
            tmux.await("drawn for 60", lines -> lines.contains(last60(lines)));
            tmux.type("C-c");
            assertThat(tmux.await(GONE)).anyMatch(line -> line.equals("EXIT 130"));
        }
    }

    /// Reads on until the gate asks again.
    private static void throughPages(Tmux tmux) {
        List<String> lines = tmux.await("a page or the gate", TerminalScreensTest::asks);
        while (!last(lines).matches(GATE)) {
            String before = last(lines);
            tmux.type("Enter");
            lines = tmux.await("the next page", now -> asks(now) && !last(now).equals(before));
        }
    }

    private static boolean asks(List<String> lines) {
        return last(lines).endsWith("q ends>") || last(lines).matches(GATE);
    }

    private static String last(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
    }

    private static String last60(List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() == 60 && line.startsWith("DRILL -- gate G1"))
                .findFirst()
                .orElse("not drawn");
    }

    @Test
    void aPhoneShowsTheSameInFortyColumns() throws IOException {
        try (Tmux tmux = drill(40, 40, "TERM=screen LANG=C.UTF-8")) {
            List<String> gate = tmux.await(GATE);
            Golden.check("terminal/gate-40.txt", steady(gate(gate)));
            assertThat(gate(gate)).allMatch(line -> line.startsWith("DRILL"));
            leave(tmux);
        }
    }

    @Test
    void withoutColourAndUnicodeItSaysTheSame() throws IOException {
        try (Tmux tmux = drill(80, 24, "TERM=vt100 NO_COLOR=1 LC_ALL=C")) {
            List<String> gate = tmux.await(GATE);
            Golden.check("terminal/gate-ascii.txt", steady(gate(gate)));
            assertThat(tmux.all()).doesNotContain("\u001b[").matches("[\\x00-\\x7f]*");
            leave(tmux);
        }
    }

    @Test
    void aTerminalThatCannotRedrawGetsLines() throws IOException {
        try (Tmux tmux = drill(80, 24, "TERM=dumb LANG=C.UTF-8")) {
            List<String> gate = tmux.await(GATE);
            Golden.check("terminal/gate-dumb.txt", steady(gate(gate)));
            assertThat(tmux.all())
                    .doesNotContain("\u001b[")
                    .contains("store_silent=true, store_full=false (");
            leave(tmux);
        }
    }
}
