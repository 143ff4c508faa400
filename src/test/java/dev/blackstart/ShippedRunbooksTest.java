package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.door.cli.Door;
import dev.blackstart.door.cli.Streams;
import dev.blackstart.door.cli.Surroundings;
import dev.blackstart.reading.DrillReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.lint.Lint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every runbook that is shipped is clean, and every drill in a simulated world is passed by its
/// scripted operator. A new folder below `runbooks/` is a new test.
class ShippedRunbooksTest {
    private static final Path RUNBOOKS = Path.of("runbooks");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> lintHasNothingToSay() {
        return names().map(name ->
                DynamicTest.dynamicTest(name, () -> assertThat(problems(name)).isEmpty()));
    }

    private static List<Problem> problems(String name) {
        Read<Runbook> read = RunbookReader.read(RUNBOOKS.resolve(name));
        List<Problem> all = new ArrayList<>(read.problems());
        List<Drill> drills = new ArrayList<>();
        for (Path file : drillFiles(name)) {
            Read<Drill> drill = DrillReader.read(file);
            all.addAll(drill.problems());
            drills.add(accepted(drill));
        }
        all.addAll(Lint.check(accepted(read), Optional.empty(), drills));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> simulatedDrillsArePassed() {
        return drills().filter(drill -> drill.world() == Drill.World.SIMULATED)
                .map(drill -> DynamicTest.dynamicTest(drill.name(), () -> passed(drill)));
    }

    private void passed(Drill drill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings surroundings = surroundings(out);
        int exit =
                new Door(surroundings, Wiring.ports(surroundings))
                        .run("drill", drill.name(), "--auto", "--journal", folder.toString());
        String shown = out.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("Drill passed:");
        assertThat(exit).as(shown).isZero();
    }

    private static Surroundings surroundings(ByteArrayOutputStream out) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Surroundings(
                new Streams(
                        InputStream.nullInputStream(),
                        print,
                        print,
                        false,
                        80,
                        24,
                        () -> {},
                        prompt -> ""),
                Map.of(),
                Path.of("").toAbsolutePath(),
                Optional.empty(),
                Clock.systemUTC(),
                new Person("anna"),
                handler -> {},
                code -> {});
    }

    /// What a cookbook is worth shows where the tempting thing is wrong.
    @Test
    void everyRunbookHasADrillThatRecoversAndOneThatDoesNot() {
        for (String name : names().toList()) {
            List<Drill> drills =
                    drillFiles(name).stream()
                            .map(DrillReader::read)
                            .map(it -> accepted(it))
                            .toList();
            assertThat(drills).as(name + " recovers").anyMatch(Drill::mustRecover);
            assertThat(drills)
                    .as(name + " refuses, or is left alone")
                    .anyMatch(drill -> !drill.mustRefuse().isEmpty() || !drill.mustRecover());
        }
    }

    @Test
    void thePageHasEachRunbookAndItsDrills() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/cookbook.md"));
        names().forEach(name -> assertThat(page).contains("## " + name + "\n"));
        drills().forEach(drill -> assertThat(page).contains("`" + drill.name() + "`"));
    }

    private static Stream<String> names() {
        return below(RUNBOOKS).stream()
                .filter(path -> Files.exists(path.resolve(RunbookReader.FILE)))
                .map(path -> path.getFileName().toString());
    }

    private static Stream<Drill> drills() {
        return names().flatMap(name -> drillFiles(name).stream())
                .map(DrillReader::read)
                .map(ShippedRunbooksTest::accepted);
    }

    private static List<Path> drillFiles(String name) {
        return below(RUNBOOKS.resolve(name).resolve("drills"));
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused -> throw new AssertionError(refused.problems().toString());
        };
    }
}
