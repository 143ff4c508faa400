package dev.blackstart.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One file a case under `known-hosts`: what is expected, the host's name, the key it shows, and
/// then the `known_hosts` file itself.
class KnownHostsFileTest {
    private static final Path CASES = Path.of("src/test/resources/known-hosts");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseIsDecidedAsItSays(Path path) throws IOException {
        String[] parts = Files.readString(path, StandardCharsets.UTF_8).split("\n", 4);
        KnownHostsFile file = KnownHostsFile.parse(Path.of("known_hosts"), parts[3]);
        String[] shown = parts[2].split(" ");
        assertThat(verdict(file, parts[1], new HostKey(shown[0], shown[1]))).isEqualTo(parts[0]);
    }

    private static String verdict(KnownHostsFile file, String name, HostKey shown) {
        if (file.revokes(shown)) {
            return "revoked";
        }
        if (file.damage().isPresent()) {
            return file.damage().get().replaceAll("known_hosts:([0-9]+) .*", "damaged $1");
        }
        List<HostKey> known = file.keys(List.of(name));
        return known.contains(shown) ? "trusted" : known.isEmpty() ? "unknown" : "changed";
    }
}
