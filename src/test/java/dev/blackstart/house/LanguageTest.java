package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The language page shows every key and every kind of step.
class LanguageTest {
    private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");

    private final Markdown page = Markdown.of("src/site/markdown/language.md");

    @Test
    void everyExampleIsAWholeFile() {
        assertThat(page.blocks())
                .hasSizeGreaterThan(8)
                .allSatisfy(block -> {
                    assertThat(block.language()).isEqualTo("yaml");
                    assertThat(block.text()).matches("(?s)(runbook|drill|defaults):.*");
                });
    }

    @Test
    void everyKindOfStepHasAnExample() {
        String examples = examples();
        for (String kind : Markdown.of("src/site/markdown/glossary.md").words("Step kinds")) {
            assertThat(examples).containsPattern("\n  - " + kind + ": ");
        }
    }

    @Test
    void everyKeyOfTheTablesIsShownOrExplained() {
        var keys = new TreeSet<String>();
        page.lines().stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .forEach(cell -> keys.addAll(words(cell)));
        String examples = examples();
        assertThat(keys).contains("admissible", "release", "witnesses");
        assertThat(keys)
                .filteredOn(key -> !explained(key) && !examples.contains(key + ":"))
                .as("keys that the page neither shows nor explains")
                .isEmpty();
    }

    private boolean explained(String key) {
        return page.lines().stream()
                .anyMatch(line -> !line.startsWith("|") && line.contains("`" + key));
    }

    private String examples() {
        return String.join("\n", page.blocks().stream().map(Markdown.Block::text).toList());
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell).results().map((MatchResult word) -> word.group(1)).toList();
    }
}
