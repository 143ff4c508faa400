package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What hosts print is shown, never obeyed. Each `*.base64` below `view/hostile` is one output; how
/// it must look stands beside it in `*.shown.txt`.
class EscapedTest {
    private static final Path CORPUS = Path.of("src/test/resources/view/hostile");

    static Stream<Path> outputs() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(CORPUS)) {
            all = files.filter(file -> file.toString().endsWith(".base64")).sorted().toList();
        }
        assertThat(all).hasSizeGreaterThan(15);
        return all.stream();
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Base64.getMimeDecoder().decode(Files.readString(file));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isShownAsText(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".base64", "");
        Golden.check(
                "view/hostile/" + name + ".shown.txt",
                Margin.lines(text(file), 60, 20, "cut here"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void canNeitherLeaveItsMarginNorMoveTheCursor(Path file) throws IOException {
        assertThat(Margin.lines(text(file), 60, 20, "cut here"))
                .allSatisfy(line -> {
                    assertThat(line).matches("(?s)(│ |… \\d+ more lines, ).*");
                    assertThat(Width.of(line)).isLessThanOrEqualTo(60);
                    assertThat(line.codePoints()).noneMatch(EscapedTest::dangerous);
                });
    }

    private static boolean dangerous(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    @Test
    void everyCharacterOfUnicodeIsSafe() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String shown = Escaped.line(Character.toString(point));
            assertThat(shown.codePoints().anyMatch(EscapedTest::dangerous))
                    .as("U+%04X", point)
                    .isFalse();
            assertThat(shown).as("U+%04X", point).isNotEmpty();
        }
    }

    @Test
    void onAPageControlCharactersHaveTheirCode() {
        assertThat(Escaped.page("a\u001b[31mred\u0000\u007f\ttab\nnext \u202eline\n"))
                .isEqualTo("a<U+001B>[31mred<U+0000><U+007F>    tab\nnext <U+202E>line");
        assertThat(Escaped.page("")).isEmpty();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            assertThat(
                            Escaped.page(Character.toString(point))
                                    .codePoints()
                                    .anyMatch(EscapedTest::dangerous))
                    .as("U+%04X", point)
                    .isFalse();
        }
    }

    @Test
    void boundsTheLineAndTheWork() {
        String flood = "\u001b".repeat(10_000_000);

        long before = System.nanoTime();
        String line = Escaped.line(flood, 40);

        assertThat(Width.of(line)).isEqualTo(40);
        assertThat(line).endsWith("…");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void cutsExactlyAtTheEdge() {
        assertThat(Escaped.line("abcde", 5)).isEqualTo("abcde");
        assertThat(Escaped.line("abcdef", 5)).isEqualTo("abcd…");
        assertThat(Escaped.line("日本語", 5)).isEqualTo("日本…");
    }
}
