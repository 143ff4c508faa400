package dev.blackstart.door.chat;

import dev.blackstart.chat.Message;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;

/// A message as Slack's Block Kit has it. What must be read letter by letter stands in preformatted
/// rich text, in which Slack looks for no markup at all.
final class SlackBlocks {
    /// Slack takes 3,000 characters in a section,
    /// <https://docs.slack.dev/reference/block-kit/blocks/section-block>.
    private static final int SECTION = 2_800;

    private static final int BUTTON = 75;

    private final Texts texts;

    SlackBlocks(Texts texts) {
        this.texts = texts;
    }

    /// `text` and `blocks`.
    Json.Fields of(Message message) {
        String text = texts.of(message);
        List<Json> blocks = new ArrayList<>();
        chunks(text.lines().toList()).forEach(part -> blocks.add(section(part)));
        for (Message.Exact exact : message.exact()) {
            boolean first = true;
            for (String part : chunks(exact.lines())) {
                blocks.add(exact(first ? exact.title() : "", part));
                first = false;
            }
        }
        if (!message.buttons().isEmpty()) {
            blocks.add(
                    Json.object()
                            .with("type", "actions")
                            .with("elements", Json.array(message.buttons(), SlackBlocks::button)));
        }
        return Json.object()
                .with("text", text.length() > SECTION ? text.substring(0, SECTION) + "…" : text)
                .with("blocks", new Json.Array(blocks))
                .with("parse", "none")
                .with("link_names", Json.of(false))
                .with("unfurl_links", Json.of(false))
                .with("unfurl_media", Json.of(false));
    }

    /// Whole lines together, each chunk as long as Slack takes it; nothing is left out.
    private static List<String> chunks(List<String> lines) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        for (String line : lines) {
            String rest = line;
            while (rest.length() > SECTION) {
                flush(chunk, chunks);
                chunks.add(rest.substring(0, SECTION));
                rest = rest.substring(SECTION);
            }
            if (chunk.length() + rest.length() + 1 > SECTION) {
                flush(chunk, chunks);
            }
            chunk.append(chunk.isEmpty() ? "" : "\n").append(rest);
        }
        flush(chunk, chunks);
        return chunks;
    }

    private static void flush(StringBuilder chunk, List<String> chunks) {
        if (!chunk.toString().isBlank()) {
            chunks.add(chunk.toString());
        }
        chunk.setLength(0);
    }

    private static Json section(String text) {
        return Json.object()
                .with("type", "section")
                .with(
                        "text",
                        Json.object()
                                .with("type", "mrkdwn")
                                .with("text", text)
                                .with("verbatim", Json.of(true)));
    }

    private static Json exact(String title, String text) {
        List<Json> elements = new ArrayList<>();
        if (!title.isEmpty()) {
            elements.add(rich("rich_text_section", title));
        }
        elements.add(rich("rich_text_preformatted", text));
        return Json.object().with("type", "rich_text").with("elements", new Json.Array(elements));
    }

    private static Json rich(String type, String text) {
        return Json.object()
                .with("type", type)
                .with(
                        "elements",
                        new Json.Array(
                                List.of(Json.object().with("type", "text").with("text", text))));
    }

    private static Json button(Message.Button button) {
        Json.Fields fields =
                Json.object()
                        .with("type", "button")
                        .with("action_id", "answer-" + button.choice())
                        .with("text", plain(label(button)))
                        .with("value", Press.of(button).toString());
        return button.changesNothing() ? fields : fields.with("style", "danger");
    }

    /// A label names its key, so it may be cut where Slack has no room for more.
    private static String label(Message.Button button) {
        String label = button.choice() + ": " + button.label();
        return label.length() > BUTTON ? label.substring(0, BUTTON - 1) + "…" : label;
    }

    static Json.Fields plain(String text) {
        return Json.object()
                .with("type", "plain_text")
                .with("text", text)
                .with("emoji", Json.of(false));
    }
}
