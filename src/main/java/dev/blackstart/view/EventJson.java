package dev.blackstart.view;

import dev.blackstart.run.Recorded;
import java.nio.charset.StandardCharsets;

/// An event as one line of JSON, for `--output json`.
public final class EventJson {
    private EventJson() {}

    /// @param event the event as the journal writes it, a JSON object
    public static String line(Recorded recorded, byte[] event) {
        Json.Fields fields =
                Json.object()
                        .with("run", recorded.run().value())
                        .with("sequence", Json.of(recorded.sequence()))
                        .with("at", recorded.at().toString())
                        .with("hash", recorded.hash())
                        .with(
                                "event",
                                new Json.Plain(ascii(new String(event, StandardCharsets.UTF_8))));
        return fields.shown();
    }

    /// Outside of strings JSON is ASCII, so every other character may be written as its `u` escape.
    private static String ascii(String json) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                safe.append(c);
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }
}
