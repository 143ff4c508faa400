package dev.blackstart.door.chat;

import dev.blackstart.chat.Message;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A message as Mattermost has it: Markdown, with fences longer than any that stand in a text, and
/// buttons in an attachment.
final class MattermostPosts {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Texts texts;
    private final ChatSettings.Mattermost settings;
    private final Vouchers vouchers;

    MattermostPosts(Texts texts, ChatSettings.Mattermost settings, Vouchers vouchers) {
        this.texts = texts;
        this.settings = settings;
        this.vouchers = vouchers;
    }

    String text(Message message) {
        List<String> lines = new ArrayList<>();
        // a single line end is a blank in Markdown, two blanks before it keep it
        texts.of(message).lines().forEach(line -> lines.add(line + "  "));
        for (Message.Exact exact : message.exact()) {
            String fence = "`".repeat(Math.max(3, longest(exact.lines()) + 1));
            lines.add("");
            lines.add("**" + exact.title() + "**");
            lines.add("");
            lines.add(fence + "text");
            lines.addAll(exact.lines());
            lines.add(fence);
        }
        return String.join("\n", lines);
    }

    /// So many backticks stand beside each other somewhere.
    private static int longest(List<String> lines) {
        return lines.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .mapToInt(it -> it.group().length())
                .max()
                .orElse(0);
    }

    /// @param key by which the post is found again
    Json.Fields props(String key, Message message) {
        Json.Fields props = Json.object().with("blackstart_key", key);
        return props.with(
                "attachments",
                message.buttons().isEmpty()
                        ? new Json.Array(List.of())
                        : new Json.Array(
                                List.of(
                                        Json.object()
                                                .with("text", "")
                                                .with(
                                                        "actions",
                                                        Json.array(
                                                                message.buttons(),
                                                                this::button)))));
    }

    private Json button(Message.Button button) {
        Press press = Press.of(button);
        return Json.object()
                .with("id", "answer" + button.choice().replaceAll("[^A-Za-z0-9]", ""))
                .with("type", "button")
                .with("name", button.choice() + ": " + button.label())
                .with("style", button.changesNothing() ? "default" : "danger")
                .with(
                        "integration",
                        Json.object()
                                .with("url", settings.here() + "/chat/mattermost/action")
                                .with(
                                        "context",
                                        Json.object()
                                                .with("press", press.toString())
                                                .with(
                                                        "voucher",
                                                        vouchers.of(
                                                                press.toString(),
                                                                button.until()))));
    }

    /// @param voucher of the button that was clicked, which the form counts as long as
    Json dialog(String trigger, Press press, String voucher) {
        List<Json> elements = new ArrayList<>();
        if (!press.typed().isEmpty()) {
            elements.add(element("typed", "Type in full: " + press.typed(), false));
        }
        elements.add(element("reason", "Reason", !press.reason()));
        return Json.object()
                .with("trigger_id", trigger)
                .with("url", settings.here() + "/chat/mattermost/dialog")
                .with(
                        "dialog",
                        Json.object()
                                .with("callback_id", "gate")
                                .with("title", "Gate " + press.gate())
                                .with("state", voucher + " " + press)
                                .with("submit_label", "Answer")
                                .with("elements", new Json.Array(elements)));
    }

    private static Json element(String name, String label, boolean optional) {
        return Json.object()
                .with("display_name", label)
                .with("name", name)
                .with("type", "text")
                .with("optional", Json.of(optional));
    }
}
