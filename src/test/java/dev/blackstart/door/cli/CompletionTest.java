package dev.blackstart.door.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.view.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a shell offers behind `blackstart …`.
class CompletionTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 0, 7);

    @TempDir Path folder;
    private final MemoryJournal journal = new MemoryJournal();

    @BeforeEach
    void runbooksHere() throws IOException {
        Path source = Path.of("src/test/resources/cli/runbooks").toAbsolutePath();
        Files.createSymbolicLink(folder.resolve("runbooks"), source);
    }

    private List<String> offered(String line) throws Exception {
        journal.append(
                RUN, journal.newest(RUN), Instant.EPOCH, List.of(new RunEvent.Noted("a run")));
        Terminal terminal = new Terminal(folder, false, "");
        List<String> words = new ArrayList<>(List.of("__complete", "--"));
        words.addAll(List.of(line.split(" ", -1)));
        int code =
                new Door(terminal.surroundings(), Fakes.ports(journal, new Fakes.NoOperations()))
                        .run(words.toArray(String[]::new));
        assertThat(code).as(terminal.complained()).isZero();
        return terminal.shown().lines().toList();
    }

    @Test
    void offersVerbsButNoneThatIsHidden() throws Exception {
        assertThat(offered("re")).contains("rehearse", "resume", "report").doesNotContain("run");
        assertThat(offered("")).contains("run", "attach").doesNotContain("__complete");
        assertThat(offered("run --runbooks nowhere ")).isEmpty();
        assertThat(offered("audit ")).contains("verify", "export");
    }

    @Test
    void offersRunbooksRunsAndDrills() throws Exception {
        assertThat(offered("run ")).contains("stuck-cache");
        assertThat(offered("run st")).containsExactly("stuck-cache");
        assertThat(offered("report ")).containsExactly("last", RUN.value());
        assertThat(offered("drill ")).contains("left-lock");
    }

    @Test
    void offersOptionsAndTheirValues() throws Exception {
        assertThat(offered("run --det")).containsExactly("--detached");
        assertThat(offered("run --")).doesNotContain("--announce");
        assertThat(offered("list --output ")).containsExactly("text", "json");
        assertThat(offered("runs --host ")).isNotEmpty();
        assertThat(offered("completion ")).containsExactly("bash", "zsh", "fish");
    }

    @Test
    void offersHostsThatRunsHaveTouchedWhereThereIsNoInventory() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        for (Recorded recorded : SampleRun.events(2)) {
            RunId run = recorded.run();
            journal.append(run, journal.newest(run), recorded.at(), List.of(recorded.event()));
        }
        assertThat(offered("runs --runbooks empty --host ")).containsExactly("web1", "web2");
    }

    @Test
    void aSecondRunbookIsNotOfferedWhereOneIsTaken() throws Exception {
        assertThat(offered("run stuck-cache ")).isEmpty();
    }

    /// bash itself completes, with a program that answers as this one does.
    @Test
    void bashTakesTheScript() throws Exception {
        Path program =
                Files.writeString(
                        folder.resolve("blackstart"),
                        "#!/bin/sh\n[ $# = 4 ] && echo stuck-cache\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path script = folder.resolve("completion");
        Files.copy(Path.of("src/main/resources/completion/blackstart.bash"), script);
        assertThat(
                        bash(
                                ". ./completion; COMP_WORDS=(./blackstart run st); COMP_CWORD=2; _blackstart; echo \"${COMPREPLY[@]}\""))
                .isEqualTo("stuck-cache\n");
    }

    private String bash(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "--norc", "-c", command);
        Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void everyShellHasItsScript() {
        for (String shell : Stream.of(CompletionVerb.Shell.values()).map(Enum::name).toList()) {
            Terminal terminal = new Terminal(folder, false, "");
            assertThat(new Door(terminal.surroundings(), Fakes.ports()).run("completion", shell))
                    .isZero();
            assertThat(terminal.shown()).contains("__complete");
        }
    }
}
