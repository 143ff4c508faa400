package dev.blackstart.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/// FreeMarker's output format for commands: every value becomes one word in single quotes, which no
/// POSIX shell looks into. Values that begin with `-` are the business of parameter validation.
final class ShellFormat extends CommonMarkupOutputFormat<ShellMarkup> {
    static final ShellFormat INSTANCE = new ShellFormat();

    private ShellFormat() {}

    @Override
    public String getName() {
        return "Shell";
    }

    @Override
    public String getMimeType() {
        return "application/x-sh";
    }

    @Override
    public void output(String text, Writer out) throws IOException, TemplateModelException {
        out.write(quoted(text));
    }

    @Override
    public String escapePlainText(String text) throws TemplateModelException {
        return quoted(text);
    }

    private static String quoted(String text) throws TemplateModelException {
        String why = ShellWord.objection(text);
        if (!why.isEmpty()) {
            throw new TemplateModelException(why);
        }
        return ShellWord.quoted(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return false;
    }

    @Override
    protected ShellMarkup newTemplateMarkupOutputModel(String plain, String markup) {
        return new ShellMarkup(plain, markup);
    }
}
