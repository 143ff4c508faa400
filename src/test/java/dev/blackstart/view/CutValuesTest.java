package dev.blackstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static Known.Word word(String host, String value) {
        return new Known.Word("said", host, value, NOW, "check x");
    }

    @Test
    void whatATableHasNoRoomForStandsBelowInFullOnceForAllHosts() {
        String longer = "the pool is degraded since disk sdc went away";

        assertThat(
                        CutValues.lines(
                                List.of(word("a", longer), word("b", "fine"), word("c", longer)),
                                60))
                .containsExactly(
                        "In full:",
                        "  said on a, c: the pool is degraded since disk sdc went",
                        "  away");
        assertThat(CutValues.lines(List.of(word("b", "fine")), 60)).isEmpty();
    }

    @Test
    void whatIsVeryLongIsToldByItsLength() {
        List<String> lines = CutValues.lines(List.of(word("a", "x".repeat(2_500))), 100);

        assertThat(String.join(" ", lines)).contains("(500 more characters; blackstart evidence");
    }
}
