package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema files that editors read are those the tables give; `-Dgolden=write` writes them anew.
class ShippedSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"runbook", "drill", "inventory", "policy", "chat"})
    void theShippedFileIsCurrent(String name) throws IOException {
        Path file = Path.of("runbooks/schema", name + ".schema.json");
        String current =
                switch (name) {
                    case "runbook" -> Schema.runbook();
                    case "drill" -> Schema.drill();
                    case "policy" -> Schema.policy();
                    case "chat" -> Schema.chat();
                    default -> Schema.inventory();
                };
        if (System.getProperty("golden", "").endsWith("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, current);
        }
        assertThat(Files.readString(file)).isEqualTo(current);
    }
}
