package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page on failures quotes only what the program says.
class HowItFailsTest {
    /// Shorter pieces between two gaps are found anywhere and prove nothing.
    private static final int SHORTEST = 9;

    private final Markdown page = Markdown.of("src/site/markdown/how-it-fails.md");

    @Test
    void everyQuotedSentenceIsTheProgramsOwn() throws IOException {
        String said = said();
        var quoted = new ArrayList<String>();
        for (String heading :
                List.of(
                        "Before anything is contacted",
                        "On the way to a host",
                        "While a run is open")) {
            page.rows(heading).forEach(row -> quoted.add(row.get(1)));
        }
        assertThat(quoted).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(quoted)
                .allSatisfy(sentence ->
                        assertThat(pieces(sentence))
                                .as(sentence)
                                .isNotEmpty()
                                .allSatisfy(piece -> assertThat(said.contains(piece)).isTrue()));
    }

    private static List<String> pieces(String sentence) {
        List<String> all = Stream.of(sentence.split("…")).map(String::strip).toList();
        List<String> telling = all.stream().filter(piece -> piece.length() >= SHORTEST).toList();
        return telling;
    }

    /// The sources with literals joined, the scripts that run on hosts, and the golden files, all
    /// without backquotes.
    private static String said() throws IOException {
        var text = new StringBuilder();
        for (Source source : Source.below(Source.MAIN)) {
            text.append(
                    String.join("\n", source.lines())
                            .replaceAll("\"\\s*\\+\\s*\"", "")
                            .replaceAll("\\\\\n\\s*", ""));
        }
        for (String folder :
                List.of("src/main/resources/dev/blackstart", "src/test/resources/cli")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString().replace("`", "");
    }
}
