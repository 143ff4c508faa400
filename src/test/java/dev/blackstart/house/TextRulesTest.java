package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules about every text file of the repository.
class TextRulesTest {
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|X{3}|HACK)\\b");
    private static final Pattern MACHINE_PATH =
            Pattern.compile(
                    "/(home|Users)/(?!anna\\b|ops\\b)[a-z]\\w*/|/root/\\.m2|/w"
                            + "ork/(main|shared)|/tmp/(wt-|to"
                            + "ols/)");

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        assertThat(lines(UNFINISHED)).as("finish it, or say in the docs what is missing").isEmpty();
    }

    @Test
    void nothingBelongsToOneMachine() throws IOException {
        assertThat(lines(MACHINE_PATH)).isEmpty();
    }

    private static List<String> lines(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (String top :
                List.of(
                        "src",
                        "runbooks",
                        "templates",
                        ".ci",
                        "pom.xml",
                        "README.md",
                        "blackstart")) {
            if (Files.exists(Path.of(top))) {
                try (Stream<Path> below = Files.walk(Path.of(top))) {
                    below.filter(Files::isRegularFile)
                            .filter(TextRulesTest::text)
                            .forEach(files::add);
                }
            }
        }
        files.removeIf(file -> file.endsWith("TextRulesTest.java"));
        return files;
    }

    private static boolean text(Path file) {
        String name = file.getFileName().toString();
        return name.matches(
                "(.*\\.(java|md|xml|yaml|yml|sh|json|ftl|properties|golden|txt)|blackstart|run)");
    }
}
