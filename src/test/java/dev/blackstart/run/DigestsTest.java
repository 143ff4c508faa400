package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What an approval is bound to.
class DigestsTest {
    private static String of(String... variables) {
        Map<String, String> env = new LinkedHashMap<>();
        for (String variable : variables) {
            env.put(variable, "value of " + variable);
        }
        return Digests.of(
                new Prepared(
                        new HostName("a"),
                        "run",
                        "true",
                        env,
                        false,
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        1 << 20));
    }

    @Test
    void theOrderOfVariablesDoesNotCount() {
        assertThat(of("TO", "AFTER")).isEqualTo(of("AFTER", "TO"));
    }

    @Test
    void everyVariableCounts() {
        assertThat(of("TO")).isNotEqualTo(of("TO", "AFTER"));
    }

    @Test
    void partsCannotBeShifted() {
        assertThat(Digests.of(List.of("ab", "c"))).isNotEqualTo(Digests.of(List.of("a", "bc")));
    }
}
