package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.testing.Golden;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A gate is one readable screen: 80 columns, 24 rows with the line of the prompt.
class GateScreenTest {
    private static final Map<String, Gate> GATES = new LinkedHashMap<>();

    static {
        GATES.put("mutate", SampleGates.mutate());
        GATES.put("disrupt", SampleGates.disrupt());
        GATES.put("irreversible", SampleGates.irreversible());
        GATES.put("crowded", SampleGates.crowded());
        GATES.put("waves", SampleGates.waves());
        GATES.put("upload", SampleGates.upload());
        GATES.put("preserving", SampleGates.preserving());
        GATES.put("decision", SampleGates.decision());
        GATES.put("menu", SampleGates.menu(1));
        GATES.put("menu-of-many", SampleGates.menu(9));
        GATES.put("amended", SampleGates.amended());
    }

    static Stream<String> names() {
        return GATES.keySet().stream();
    }

    private static Gate gate(String name) {
        return Objects.requireNonNull(GATES.get(name));
    }

    private static GateScreen screen(String name) {
        return new GateScreen(gate(name), SampleGates.NOW, ZoneOffset.UTC, 80, 23);
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksAsWritten(String name) {
        Golden.check("view/gates/" + name + ".txt", screen(name).lines());
    }

    @ParameterizedTest
    @MethodSource("names")
    void fitsTheScreen(String name) {
        assertThat(screen(name).lines())
                .hasSizeLessThanOrEqualTo(23)
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("names")
    void pagesShowAllOfIt(String name) {
        GatePages pages = new GatePages(gate(name), Optional.empty(), 80);
        var lines = new java.util.ArrayList<>(pages.details());
        lines.addAll(pages.why());
        lines.addAll(pages.help());
        Golden.check("view/gates/" + name + ".pages.txt", lines);
        assertThat(lines).allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRehearsalShowsItWholeAndAsksNothing(String name) {
        Golden.check("view/gates/" + name + ".rehearsed.txt", screen(name).rehearsed());
        assertThat(screen(name).rehearsed())
                .noneMatch(line -> line.startsWith("choices") || line.contains("more lines"));
    }

    @Test
    void showsWhatIsAskedAboutBeforeWhatSavesEvidence() {
        assertThat(screen("preserving").lines())
                .containsSubsequence(
                        "runs     on node1, node2, node3 as root, 60 s at most:",
                        "         │ kill -TERM 4711",
                        "         │ sleep 1",
                        "         │ kill -0 4711 && exit 1",
                        "         │ exit 0",
                        "preserve first as root: scripts/save.sh; d shows it");
        assertThat(screen("preserving").showsAllThatRuns()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("names")
    void someReasonStaysHoweverLittleRoomThereIs(String name) {
        Gate gate = gate(name);
        GateScreen tiny = new GateScreen(gate, SampleGates.NOW, ZoneOffset.UTC, 80, 5);
        for (GateScreen screen : List.of(screen(name), tiny)) {
            assertThat(screen.lines()).noneMatch(line -> line.startsWith("why      …"));
        }
    }

    @Test
    void saysWhenNotAllThatRunsIsShown() {
        assertThat(screen("mutate").showsAllThatRuns()).isTrue();
        assertThat(screen("decision").showsAllThatRuns()).isTrue();
        assertThat(screen("disrupt").showsAllThatRuns()).isFalse();
        assertThat(screen("disrupt").lines()).anyMatch(line -> line.endsWith("d shows all"));
    }
}
