package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Colour and plain characters change how a line looks, never what it says.
class LookTest {
    static Stream<List<String>> screens() {
        return Stream.of(SampleGates.mutate(), SampleGates.disrupt(), SampleGates.crowded())
                .map(gate -> new GateScreen(gate, SampleGates.NOW, ZoneOffset.UTC, 80, 23).lines());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void colourIsLaidOverTheSameWords(List<String> lines) {
        List<String> coloured = new Look(true, true).drawn(lines, 80);
        assertThat(coloured).isNotEqualTo(lines);
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(lines);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void asciiFitsTheScreenAndKeepsTheMargin(List<String> lines) {
        List<String> ascii = new Look(false, false).drawn(lines, 80);
        assertThat(ascii)
                .allSatisfy(line -> assertThat(line).matches("[ -~]*").hasSizeLessThan(81));
        assertThat(ascii.stream().filter(line -> line.contains("| ")).count())
                .isGreaterThanOrEqualTo(lines.stream().filter(line -> line.contains("│ ")).count());
    }

    @Test
    void whatAHostSaysInOtherLettersIsBrokenWithItsMargin() {
        List<String> said = Margin.lines("é".repeat(30), 40, 9, "");
        List<String> ascii = new Look(false, false).drawn(said, 40);
        assertThat(ascii).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("| "));
        assertThat(String.join("", ascii).replace("| > ", "").replace("| ", ""))
                .isEqualTo("<U+00E9>".repeat(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"== RECOVERED: all is well", "!! REFUSED  x", "-- gate G9 · fake"})
    void noHostCanBorrowOurColours(String forged) {
        List<String> lines = new ArrayList<>(Margin.lines(forged, 80, 9, ""));
        lines.add(new LogLine("step", "host", "FAILED: " + forged).toString());
        assertThat(new Look(true, true).drawn(lines, 80).getFirst())
                .isEqualTo("\u001b[2m│\u001b[0m " + forged);
    }
}
