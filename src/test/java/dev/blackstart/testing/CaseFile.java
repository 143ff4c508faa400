package dev.blackstart.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// A test case kept as a file: what goes in, a line `---`, and what must come out. Adding a file
/// adds a case; `-Dgolden=write` rewrites what must come out, to be read before it is committed.
public record CaseFile(Path path, String input, String expected) {
    private static final String BORDER = "\n---\n";

    public static Stream<DynamicTest> tests(String folder, UnaryOperator<String> subject) {
        List<Path> files = files(Path.of("src/test/resources", folder));
        assertThat(files).as("cases in " + folder).isNotEmpty();
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(), () -> read(file).check(subject)));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path path) throws IOException {
        String text = Files.readString(path);
        int border = text.indexOf(BORDER);
        return border < 0
                ? new CaseFile(path, text.stripTrailing(), "")
                : new CaseFile(
                        path,
                        text.substring(0, border),
                        text.substring(border + BORDER.length()).stripTrailing());
    }

    private void check(UnaryOperator<String> subject) throws IOException {
        String actual = subject.apply(input).stripTrailing();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(path, input + BORDER + actual + "\n");
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
