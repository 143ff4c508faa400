package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every sentence the lint rules say, in `src/test/resources/lint/*/expected.txt`.
class LintGoldenTest {
    @TestFactory
    Stream<DynamicTest> everyCaseIsLintedInTheseWords() throws IOException {
        return Case.in("lint").stream()
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.name(),
                                () -> {
                                    String actual = example.transcript("linted", lint(example));
                                    assertThat(actual).isEqualTo(example.expected(actual));
                                }));
    }

    @Test
    void everyRuleHasACaseThatItFinds() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Case example : Case.in("lint")) {
            lint(example).forEach(problem -> found.add(problem.rule()));
        }
        Set<String> byReaders = Set.of("missing-key", "template", "same-host-twice");
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Lint.rules().stream()
                                .map(Lint.Described::rule)
                                .filter(rule -> !byReaders.contains(rule))
                                .collect(Collectors.toSet()));
    }

    private static List<Problem> lint(Case example) throws IOException {
        Optional<Inventory> inventory =
                example.has("hosts.yaml")
                        ? Optional.of(
                                accepted(
                                        InventoryReader.read(
                                                example.folder().resolve("hosts.yaml"))))
                        : Optional.empty();
        return Lint.check(
                accepted(RunbookReader.read(example.folder())), inventory, drills(example));
    }

    private static List<Drill> drills(Case example) throws IOException {
        Path folder = example.folder().resolve("drills");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(file -> accepted(DrillReader.read(file))).toList();
        }
    }

    private static <T> T accepted(Read<T> read) {
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted<T>) read).value();
    }
}
