package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Person;
import dev.blackstart.view.SampleGates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hint can be typed as it stands.
class LauncherTest {
    @TempDir Path folder;
    private Path home = Path.of("");

    @BeforeEach
    void launcher() throws IOException {
        folder = folder.toRealPath();
        home = Files.createDirectories(folder.resolve("tools/blackstart-1"));
        Path launcher = Files.writeString(home.resolve("blackstart"), "#!/bin/sh\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    private String typed(Path from, Optional<Path> started, String path) {
        Terminal terminal = new Terminal(folder, false, "");
        Surroundings around =
                new Surroundings(
                        terminal.streams(),
                        Map.of("PATH", path),
                        folder,
                        started,
                        Clock.fixed(SampleGates.NOW, ZoneOffset.UTC),
                        new Person("anna"),
                        terminal.surroundings().signals(),
                        code -> {});
        return new Launcher(around).typed(from);
    }

    @Test
    void isItsPathFromWhereThePersonIs() {
        assertThat(typed(home, Optional.of(home), "/usr/bin")).isEqualTo("./blackstart");
        assertThat(typed(home.resolve("our-servers"), Optional.of(home), "/usr/bin"))
                .isEqualTo("../blackstart");
        assertThat(
                        typed(
                                Path.of("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q"),
                                Optional.of(Path.of("/t")),
                                ""))
                .isEqualTo("/t/blackstart");
    }

    @Test
    void isItsNameWhereTheShellFindsIt() throws IOException {
        assertThat(typed(folder, Optional.of(home), home.toString())).isEqualTo("blackstart");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("blackstart"), home.resolve("blackstart"));
        assertThat(typed(folder, Optional.of(home), "/usr/bin:" + bin)).isEqualTo("blackstart");
        assertThat(typed(folder, Optional.empty(), "")).isEqualTo("blackstart");
    }

    @Test
    void anotherOneOnThePathIsNotMeant() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path other = Files.writeString(bin.resolve("blackstart"), "#!/bin/sh\n");
        assertThat(other.toFile().setExecutable(true)).isTrue();
        assertThat(typed(home, Optional.of(home), bin.toString())).isEqualTo("./blackstart");
    }

    @Test
    void isOneWordForTheShell() {
        assertThat(Launcher.word("our-servers/a_1.b")).isEqualTo("our-servers/a_1.b");
        assertThat(Launcher.word("it's here")).isEqualTo("'it'\\''s here'");
    }
}
