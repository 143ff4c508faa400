package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `report` and `show --print` in their forms, on the screen and in files.
class ReportVerbTest {
    private static final Path RUNBOOKS = Path.of("src/test/resources/cli/runbooks");

    @TempDir Path folder;
    private final MemoryJournal journal = new MemoryJournal();
    private Terminal terminal = new Terminal(Path.of("."), false, "");

    @BeforeEach
    void twoRuns() throws Exception {
        copy(Path.of("templates"), folder.resolve("templates"));
        copy(RUNBOOKS, folder.resolve("runbooks"));
        run(1, Verdict.RECOVERED);
        run(2, Verdict.STILL_BROKEN);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static RunId id(int number) {
        return RunId.of(1_772_000_000_000L + number, 0, number);
    }

    private void run(int number, Verdict verdict) throws Exception {
        Instant at = Instant.parse("2026-03-04T03:12:40Z").plusSeconds(number);
        RunEvent silent =
                new RunEvent.Observed(
                        new StepId("lock"),
                        new HostName("web" + number),
                        new Observation.NoAnswer("no route"));
        journal.append(
                id(number),
                0,
                at,
                List.of(
                        new RunEvent.RunOpened(
                                id(number),
                                "stuck-cache",
                                "A cache is stuck",
                                Mode.LIVE,
                                new Person("anna"),
                                frozen(),
                                Map.of("cache", "/srv/cache"),
                                "test",
                                Optional.empty()),
                        silent,
                        new RunEvent.Closed(verdict, List.of(), at)));
    }

    private Map<String, String> frozen() throws Exception {
        Map<String, String> blobs = new TreeMap<>();
        Path runbook = RUNBOOKS.resolve("stuck-cache");
        try (Stream<Path> all = Files.walk(runbook)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                blobs.put(
                        Frozen.RUNBOOK + runbook.relativize(file),
                        journal.keep(Files.readAllBytes(file)));
            }
        }
        return blobs;
    }

    private int say(String words) {
        terminal = new Terminal(folder, false, "");
        return new Door(terminal.surroundings(), Fakes.ports(journal, new Fakes.NoOperations()))
                .run((words + " --journal " + folder.resolve("state")).split(" "));
    }

    private String shown(String words) {
        assertThat(say(words)).as(terminal.complained()).isZero();
        return terminal.shown();
    }

    @Test
    void theFormIsAskedForOrFollowsFromTheName() throws IOException {
        assertThat(shown("report")).startsWith("# STILL BROKEN").endsWith("checks the chain.\n");
        assertThat(shown("report --format json")).startsWith("{\"report\":1,").endsWith("}\n");
        assertThat(shown("report --output json")).startsWith("{\"report\":1,");
        assertThat(shown("report --format html"))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        for (String name : List.of("a.md", "a.json", "a.html")) {
            assertThat(shown("report " + id(1) + " --out out/" + name))
                    .isEqualTo("Written to " + folder.resolve("out/" + name) + ".\n");
        }
        assertThat(Files.readString(folder.resolve("out/a.html"))).startsWith("<!DOCTYPE html>");
        assertThat(Files.readString(folder.resolve("out/a.json"))).contains(id(1).value());
        assertThat(Files.readString(folder.resolve("out/a.md"))).startsWith("# RECOVERED");
    }

    @Test
    void aNameThatSaysNoFormIsRefused() {
        for (String name : List.of("r.pdf", "report", "r.html.gz")) {
            assertThat(say("report --out " + name)).isEqualTo(ExitCode.USAGE.number());
            assertThat(terminal.complained())
                    .isEqualTo(
                            "The name "
                                    + name
                                    + " does not say in which form; end it with .md, .json or .html, or name the form with --format md, json or html.\n");
            assertThat(folder.resolve(name)).doesNotExist();
        }
        assertThat(shown("report --format html --out page")).startsWith("Written to ");
        assertThat(shown("report --out R.HTML")).startsWith("Written to ");
    }

    @Test
    void twoRunsStandSideBySide() {
        String both = id(1) + " " + id(2);
        assertThat(shown("report --compare " + both))
                .contains("| run | `" + id(1) + "` | `" + id(2) + "` |")
                .contains("| lock on web1 | no answer | – |")
                .contains("Both runs were opened with the same files.");
        assertThat(shown("report --format json --compare " + both))
                .startsWith("{\"comparison\":1,");
        assertThat(shown("report --format html --compare " + both))
                .contains("two runs side by side");
        assertThat(say("report last --compare " + both)).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.complained())
                .isEqualTo("--compare takes two runs; leave out the third.\n");
        assertThat(say("report --compare last")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void aRunbookIsPrintedToBeFollowedByHand() {
        assertThat(shown("show stuck-cache --print"))
                .startsWith("# stuck-cache: Free a cache")
                .contains("test -e /var/cache/shop/lock");
        assertThat(shown("show stuck-cache --print --format html")).startsWith("<!DOCTYPE html>");
        assertThat(shown("show stuck-cache --print --html")).startsWith("<!DOCTYPE html>");
        assertThat(shown("show stuck-cache --print --out sheet.html")).startsWith("Written to ");
        assertThat(say("show stuck-cache --format html")).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.complained())
                .isEqualTo(
                        "--format, --html and --out go with --print; add it, or leave them out.\n");
    }

    @Test
    void aBrokenTemplateIsNamed() throws IOException {
        Files.writeString(folder.resolve("templates/report/report.html.ftl"), "[=nobody_knows]");
        assertThat(say("report --format html")).isEqualTo(ExitCode.REFUSED.number());
        assertThat(terminal.complained())
                .startsWith("report/report.html.ftl cannot be rendered: ")
                .contains("nobody_knows");
        Files.delete(folder.resolve("templates/report/report.html.ftl"));
        assertThat(say("report --format html")).isEqualTo(ExitCode.REFUSED.number());
        assertThat(terminal.complained())
                .isEqualTo(
                        "The template "
                                + folder.resolve("templates/report/report.html.ftl")
                                + " is not there; copy it from Blackstart's own.\n");
    }

    @Test
    void aTemplateReadsNothingOutsideItsFolder() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret");
        for (String name : List.of("../secret", "/../../secret", "file:///etc/passwd")) {
            Files.writeString(
                    folder.resolve("templates/report/report.html.ftl"),
                    "[#include \"" + name + "\"]");
            assertThat(say("report --format html")).isEqualTo(ExitCode.REFUSED.number());
            assertThat(terminal.shown()).doesNotContain("s3cret", "root:");
        }
    }
}
