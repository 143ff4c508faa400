package dev.blackstart.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Texts that people see, held to files below `src/test/resources`; `-Dgolden=write` writes them
/// anew, to be read before they are committed.
public final class Golden {
    private Golden() {}

    public static void check(String name, List<String> lines) {
        check(name, String.join("\n", lines) + "\n");
    }

    public static void check(String name, String text) {
        Path file = Path.of("src/test/resources").resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
