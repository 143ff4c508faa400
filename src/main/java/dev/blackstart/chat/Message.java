package dev.blackstart.chat;

import dev.blackstart.run.GateId;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is shown in a chat, whatever the platform.
///
/// @param template the name of its text in `templates/chat`, such as `run`
/// @param values what the template sees: texts, truth values, lists and maps of them
/// @param exact shown letter by letter below the text
/// @param buttons answers that can be given here
public record Message(
        String template, Map<String, Object> values, List<Exact> exact, List<Button> buttons) {
    public Message {
        values = Map.copyOf(values);
        exact = List.copyOf(exact);
        buttons = List.copyOf(buttons);
    }

    /// Lines that no platform may read as anything but text.
    public record Exact(String title, List<String> lines) {
        public Exact {
            lines = List.copyOf(lines);
        }
    }

    /// One answer to a gate as it was shown.
    ///
    /// @param typed what must be typed in full besides; empty when nothing
    /// @param reason must a reason be given?
    /// @param until the gate is open, and this counts, before this moment only
    public record Button(
            RunId run,
            GateId gate,
            String digest,
            String choice,
            String label,
            String typed,
            boolean reason,
            boolean changesNothing,
            Instant until) {
        /// Is it asked for more than a click?
        public boolean asks() {
            return !typed.isEmpty() || reason;
        }
    }

    /// A few sentences.
    public static Message said(List<String> lines) {
        return new Message("said", Map.of("lines", lines), List.of(), List.of());
    }

    public static Message said(String sentence) {
        return said(List.of(sentence));
    }

    public static Message said(String sentence, Exact exact) {
        return new Message("said", Map.of("lines", List.of(sentence)), List.of(exact), List.of());
    }
}
