package dev.blackstart.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A text of this program with gaps, written `@NAME@`, that are filled by plain replacement.
final class Sample {
    private Sample() {}

    static String text(String name, Map<String, String> gaps) {
        try (InputStream in = Sample.class.getResourceAsStream("/scaffold/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in this program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> gap : gaps.entrySet()) {
                text = text.replace("@" + gap.getKey() + "@", gap.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
