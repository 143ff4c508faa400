package dev.blackstart.template;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/// FreeMarker's output formats for chats: a value is text and nothing else, no mention, no link, no
/// emphasis.
final class ChatFormat extends CommonMarkupOutputFormat<ChatMarkup> {
    /// Parts what would be markup and cannot be seen.
    private static final String NOTHING = "\u200b";

    /// Slack's own markup: `<`, `>` and `&` begin mentions and links and are written as entities,
    /// <https://docs.slack.dev/messaging/formatting-message-text#escaping>.
    static final ChatFormat SLACK =
            new ChatFormat(
                    "Slack",
                    text ->
                            text.replace("&", "&amp;")
                                    .replace("<", "&lt;")
                                    .replace(">", "&gt;")
                                    .replaceAll("([*~`@#])", NOTHING + "$1" + NOTHING)
                                    .replaceAll(
                                            "(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])",
                                            NOTHING + "_" + NOTHING)
                                    .replaceAll(":(?=[a-z+-])", ":" + NOTHING));

    /// Markdown as Mattermost reads it: every character that could be markup is escaped by a
    /// backslash; `@` and `~` begin mentions, `:` ends addresses.
    static final ChatFormat MATTERMOST =
            new ChatFormat(
                    "Mattermost",
                    text ->
                            text.replaceAll("([\\\\`*_{}\\[\\]()<>#+.!|~=&-])", "\\\\$1")
                                    .replaceAll("([@~])", "$1" + NOTHING)
                                    .replaceAll(":(?=[a-z/+\\\\-])", ":" + NOTHING));

    /// No markup: whoever shows it escapes it.
    static final ChatFormat PLAIN = new ChatFormat("Plain", UnaryOperator.identity());

    private final String name;
    private final UnaryOperator<String> escape;

    private ChatFormat(String name, UnaryOperator<String> escape) {
        this.name = name;
        this.escape = escape;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getMimeType() {
        return "text/plain";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(escape.apply(text));
    }

    @Override
    public String escapePlainText(String text) {
        return escape.apply(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return false;
    }

    @Override
    protected ChatMarkup newTemplateMarkupOutputModel(String plain, String markup) {
        return new ChatMarkup(this, plain, markup);
    }
}
