package dev.blackstart.template;

import freemarker.core.CommonTemplateMarkupOutputModel;

/// What FreeMarker asks of an output format besides: a text that is already quoted.
final class ShellMarkup extends CommonTemplateMarkupOutputModel<ShellMarkup> {
    ShellMarkup(String plain, String markup) {
        super(plain, markup);
    }

    @Override
    public ShellFormat getOutputFormat() {
        return ShellFormat.INSTANCE;
    }
}
