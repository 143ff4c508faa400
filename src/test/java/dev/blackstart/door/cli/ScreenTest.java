package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.view.Look;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing scrolls an open question away.
class ScreenTest {
    private final Terminal terminal = new Terminal(Path.of("/"), true, "");
    private final Screen screen =
            new Screen(
                    new PlainSurface(terminal.streams().out(), terminal.streams(), Notice.BELL),
                    Look.PLAIN,
                    "DRILL ");

    @Test
    void newsWaitUntilTheQuestionIsClosed() {
        screen.news(List.of("before"));
        screen.hold();
        screen.news(List.of("meanwhile"));
        screen.print("the question");
        assertThat(terminal.shown()).isEqualTo("DRILL before\nDRILL the question\n");
        screen.release();
        assertThat(terminal.shown()).endsWith("DRILL the question\nDRILL meanwhile\n");
    }

    @Test
    void tooManyNewsAreCounted() {
        screen.hold();
        for (int i = 1; i <= 502; i++) {
            screen.news(List.of("line " + i));
        }
        screen.release();
        assertThat(terminal.shown())
                .startsWith("DRILL … 2 more lines; blackstart report shows all\nDRILL line 3\n")
                .endsWith("DRILL line 502\n");
    }

    @Test
    void nothingIsDrawnAfterThePartingWords() {
        Questions surface = new Questions();
        Screen parting = new Screen(surface, Look.PLAIN, "");
        parting.region(List.of("slow  running on web1"));
        parting.parting(List.of("Left now."));
        parting.region(List.of("slow  running on web1"));
        parting.news("web1 has answered");
        assertThat(surface.drawn)
                .containsExactly(
                        "region [slow  running on web1]", "region []", "print [Left now.]");
    }

    @Test
    void theBellRingsOnce() {
        screen.notice("a person is needed");
        assertThat(terminal.shown()).isEqualTo("\u0007");
    }
}
