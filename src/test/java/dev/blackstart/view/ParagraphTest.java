package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Sentences on a narrow screen.
class ParagraphTest {
    @Test
    void aSentenceIsBrokenAtBlanksOnly() {
        assertThat(Paragraph.flowing("watch it with blackstart attach", 20))
                .containsExactly("watch it with", "blackstart attach");
    }

    @Test
    void aWordThatIsTooLongIsNotCut() {
        assertThat(Paragraph.flowing("It is in /a/rather/long/path.html now", 12))
                .containsExactly("It is in", "/a/rather/long/path.html", "now");
    }

    @Test
    void whatFitsOrIsIndentedStaysAsItIs() {
        assertThat(Paragraph.flowing("two  words", 20)).containsExactly("two  words");
        assertThat(Paragraph.flowing("  a table  row", 8)).containsExactly("  a table  row");
    }
}
