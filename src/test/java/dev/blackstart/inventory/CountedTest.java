package dev.blackstart.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Words;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Hosts are listed as people count.
class CountedTest {
    private static List<String> sorted(String... names) {
        return Stream.of(names).sorted(Counted.ORDER).toList();
    }

    @Test
    void aNumberCountsAsOne() {
        assertThat(sorted("web10", "web2", "web1")).containsExactly("web1", "web2", "web10");
        assertThat(sorted("r2-n1", "r10-n1", "r2-n10", "r2-n9"))
                .containsExactly("r2-n1", "r2-n9", "r2-n10", "r10-n1");
        assertThat(sorted("n99999999999999999999", "n100000000000000000000", "n5"))
                .containsExactly("n5", "n99999999999999999999", "n100000000000000000000");
        assertThat(sorted("10.0.0.10", "10.0.0.9", "a"))
                .containsExactly("10.0.0.9", "10.0.0.10", "a");
    }

    @Test
    void differentNamesAreNeverTheSame() {
        assertThat(sorted("n01", "n1", "n001")).containsExactly("n001", "n01", "n1");
        assertThat(new HostName("n01")).isNotEqualByComparingTo(new HostName("n1"));
        assertThat(sorted("web", "web1", "we")).containsExactly("we", "web", "web1");
    }

    @Test
    void soDoSentences() {
        assertThat(Words.hosts(Stream.of("node10", "node9", "cp1").map(HostName::new).toList()))
                .isEqualTo("cp1, node9, node10");
    }
}
