package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every dependency says in the line before why it is there.
class PomTest {
    @Test
    void everyDependencyHasAReason() throws IOException {
        var without = new ArrayList<String>();
        List<String> lines = dependencies();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("<dependency>")
                    && !lines.get(i - 1).strip().matches("<!-- .{10,} -->")) {
                without.add(line);
            }
        }
        assertThat(lines).as("dependencies found").hasSizeGreaterThan(10);
        assertThat(without).as("dependencies without a reason in the line before").isEmpty();
    }

    private static List<String> dependencies() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("pom.xml"));
        int from = lines.indexOf("  <dependencies>");
        return lines.subList(from, lines.indexOf("  </dependencies>"));
    }
}
