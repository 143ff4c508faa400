package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the README says about the house is so.
class ReadmeTest {
    /// Rooms that the design has and nobody has moved into.
    private static final Set<String> NOT_YET = Set.of("transport.human");

    private final Markdown readme = Markdown.of("README.md");

    @Test
    void theTableOfPackagesIsTheHouse() {
        List<List<String>> shown =
                readme.rows("The code").stream()
                        .map(row -> List.of(row.getFirst(), row.getLast()))
                        .toList();
        assertThat(shown)
                .isEqualTo(
                        Room.ALL.stream()
                                .map(room -> List.of(room.name(), room.librariesInWords()))
                                .toList());
    }

    @Test
    void whatNobodyHasMovedIntoIsMarked() {
        var marked = new TreeSet<String>();
        for (List<String> row : readme.rows("The code")) {
            if (row.get(1).endsWith("(not yet)")) {
                marked.add(row.getFirst());
            }
        }
        assertThat(marked).containsExactlyInAnyOrderElementsOf(NOT_YET);
        assertThat(packagesOnDisk()).doesNotContainAnyElementsOf(NOT_YET);
    }

    @Test
    void linksLeadSomewhere() {
        var dead = new TreeSet<String>();
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
        for (String page :
                List.of(
                        "README.md",
                        "src/site/markdown/index.md",
                        "src/site/markdown/language.md",
                        "src/site/markdown/architecture.md",
                        "src/site/markdown/glossary.md",
                        "src/site/markdown/adding-a-step-kind.md")) {
            for (String line : Markdown.of(page).lines()) {
                Matcher found = link.matcher(line);
                while (found.find()) {
                    if (!Files.exists(Path.of(page).resolveSibling(found.group(1)))) {
                        dead.add(page + ": " + found.group(1));
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void testsThatThePagesNameExist() {
        var named = new TreeSet<String>();
        Pattern test = Pattern.compile("`(\\w+Test)`");
        for (String page : List.of("architecture", "adding-a-step-kind")) {
            for (String line : Markdown.of("src/site/markdown/" + page + ".md").lines()) {
                test.matcher(line).results().forEach(result -> named.add(result.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(named)
                .allMatch(name ->
                        Files.exists(
                                Source.TEST.resolve("dev/blackstart/house/" + name + ".java")));
    }

    @Test
    void verbsThatThePagesNameExist() {
        Path door = Source.MAIN.resolve("dev/blackstart/door/cli");
        assumeTrue(Files.isDirectory(door), "the command line is not here yet");
        var verbs = new TreeSet<>(Set.of("verify", "proof", "site"));
        Pattern declared = Pattern.compile("name = \"([a-z-]+)\"");
        for (Source source : Source.below(door)) {
            declared.matcher(String.join("\n", source.lines()))
                    .results()
                    .forEach(result -> verbs.add(result.group(1)));
        }
        var named = new TreeSet<String>();
        Pattern call = Pattern.compile("\\./blackstart ([a-z-]+)");
        for (String page : List.of("README.md", "src/site/markdown/language.md")) {
            for (String line : Markdown.of(page).lines()) {
                call.matcher(line).results().forEach(result -> named.add(result.group(1)));
            }
        }
        assertThat(named).contains("drill", "run", "lint");
        assertThat(verbs).containsAll(named);
    }

    private static Set<String> packagesOnDisk() {
        var packages = new TreeSet<String>();
        for (Source source : Source.below(Source.MAIN)) {
            if (!source.packageName().equals(Room.ROOT)) {
                packages.add(source.packageName().substring(Room.ROOT.length() + 1));
            }
        }
        return packages;
    }
}
