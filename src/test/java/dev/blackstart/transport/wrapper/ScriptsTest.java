package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim.sh",
                "fence.sh",
                "act.sh",
                "bare.sh",
                "carry.sh",
                "receipt.sh",
                "disarm.sh",
                "release.sh",
                "session.sh",
                "work.sh"
            })
    void shellcheckFindsNothing(String name, @TempDir Path directory) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        assertThat(Processes.run("shellcheck", file.toString())).isEmpty();
    }
}
