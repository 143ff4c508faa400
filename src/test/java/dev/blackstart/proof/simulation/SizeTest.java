package dev.blackstart.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void smallWorldsAreTheMostFrequentAndLargeOnesStayInTheMix() {
        Map<Size, Integer> drawn = new EnumMap<>(Size.class);
        for (long seed = 0; seed < 2_000; seed++) {
            drawn.merge(Size.of(new Dice(seed)), 1, Integer::sum);
        }
        assertThat(drawn.get(Size.SMALL)).isGreaterThan(1_000);
        assertThat(drawn.get(Size.MIDDLE)).isGreaterThan(100);
        assertThat(drawn.get(Size.LARGE)).isGreaterThan(100);
    }

    @Test
    void aSmallWorldIsAboutOneHostAndOneWithoutReceipts() {
        assertThat(hosts(Size.SMALL)).containsOnly(List.of("a"), List.of("a", "d"));
        assertThat(hosts(Size.MIDDLE)).containsOnly(List.of("a", "b"), List.of("a", "b", "d"));
        assertThat(hosts(Size.LARGE))
                .containsOnly(List.of("a", "b", "c"), List.of("a", "b", "c", "d"));
    }

    private static List<List<String>> hosts(Size size) {
        return new Scenarios().of(size).stream().map(Scenario::hosts).toList();
    }
}
