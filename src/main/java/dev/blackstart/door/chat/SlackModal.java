package dev.blackstart.door.chat;

import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;

/// The form in which somebody types what a gate wants typed, and why.
final class SlackModal {
    static final String TYPED = "typed";
    static final String REASON = "reason";

    private SlackModal() {}

    static Json of(Press press) {
        List<Json> blocks = new ArrayList<>();
        blocks.add(
                Json.object()
                        .with("type", "section")
                        .with(
                                "text",
                                SlackBlocks.plain(
                                        "Your answer to gate %s is `%s`. It holds for exactly what the message shows, digest %s."
                                                .formatted(
                                                        press.gate(),
                                                        press.choice(),
                                                        press.digest()))));
        if (!press.typed().isEmpty()) {
            blocks.add(input(TYPED, "Type in full: " + press.typed(), false));
        }
        blocks.add(input(REASON, "Reason", !press.reason()));
        return Json.object()
                .with("type", "modal")
                .with("callback_id", "gate")
                .with("private_metadata", press.toString())
                .with("title", SlackBlocks.plain("Gate " + press.gate()))
                .with("submit", SlackBlocks.plain("Answer"))
                .with("close", SlackBlocks.plain("Back"))
                .with("blocks", new Json.Array(blocks));
    }

    private static Json input(String name, String label, boolean optional) {
        return Json.object()
                .with("type", "input")
                .with("block_id", name)
                .with("optional", Json.of(optional))
                .with("label", SlackBlocks.plain(label))
                .with(
                        "element",
                        Json.object().with("type", "plain_text_input").with("action_id", name));
    }
}
