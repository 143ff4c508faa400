package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What changed between two texts, and a little of what did not.
class LineDifferenceTest {
    @Test
    void aLineThatWasReplaced() {
        assertThat(new LineDifference("a\nb\nc\n", "a\nB\nc\n").lines())
                .containsExactly("  a", "- b", "+ B", "  c");
    }

    @Test
    void linesThatCameAndWent() {
        assertThat(new LineDifference("a\nb\nc", "b\nc\nd").lines())
                .containsExactly("- a", "  b", "  c", "+ d");
    }

    @Test
    void whatIsFarFromAChangeIsLeftOut() {
        assertThat(
                        new LineDifference("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\nx\n5\n6\n7\n8\n")
                                .lines())
                .containsExactly("…", "  2", "  3", "- 4", "+ x", "  5", "  6", "…");
    }

    @Test
    void onlyTheLastLineEnd() {
        assertThat(new LineDifference("a", "a\n").lines())
                .containsExactly("  only the end of the last line differs");
    }

    @Test
    void textsOfAnyLengthAreShownWithTheirChange() {
        String many = "same\n".repeat(1_001);
        assertThat(new LineDifference(many + "x", many + "y").lines())
                .containsExactly("…", "  same", "  same", "- x", "+ y");
    }
}
