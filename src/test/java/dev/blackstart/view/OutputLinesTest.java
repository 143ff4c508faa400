package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Kept;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Of a command that failed both streams are shown: which of them says why nobody knows before.
class OutputLinesTest {
    private static final OutputLines LINES = new OutputLines(80, 2, "the report shows all");

    private static Kept kept(String text) {
        return new Kept(text, text.length(), "", Optional.empty());
    }

    @Test
    void namesTheStreamsWhereThereAreBoth() {
        assertThat(LINES.of(kept("half done\n"), kept("no space left\nstderr: forged\n")))
                .containsExactly(
                        "stdout:", "│ half done", "stderr:", "│ no space left", "│ stderr: forged");
    }

    @Test
    void namesNothingWhereThereIsOne() {
        assertThat(LINES.of(kept("half done\n"), kept(" \n"))).containsExactly("│ half done");
    }

    @Test
    void cutsEachStreamByItself() {
        assertThat(LINES.of(kept("1\n2\n3\n"), kept("4\n")))
                .containsExactly(
                        "stdout:", "│ 1", "… 2 more lines, the report shows all", "stderr:", "│ 4");
    }
}
