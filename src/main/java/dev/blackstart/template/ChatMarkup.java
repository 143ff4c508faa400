package dev.blackstart.template;

import freemarker.core.CommonTemplateMarkupOutputModel;

/// What FreeMarker asks of an output format besides: a text that is already escaped.
final class ChatMarkup extends CommonTemplateMarkupOutputModel<ChatMarkup> {
    private final ChatFormat format;

    ChatMarkup(ChatFormat format, String plain, String markup) {
        super(plain, markup);
        this.format = format;
    }

    @Override
    public ChatFormat getOutputFormat() {
        return format;
    }
}
