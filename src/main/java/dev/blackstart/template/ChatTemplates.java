package dev.blackstart.template;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/// The texts of chat messages from templates that a team may change: `templates/chat/*.ftl`,
/// square-bracket syntax. Every value is escaped for the chat it is shown in.
public final class ChatTemplates {
    /// The chats there is a markup for; the word is the middle of a template's name.
    public enum Markup {
        slack,
        mattermost,
        /// for a webhook: text as it is
        plain
    }

    private final Path folder;
    private final Markup markup;
    private final Configuration configuration;

    /// @param templates the folder `templates`
    public ChatTemplates(Path templates, Markup markup) throws IOException {
        this.folder = templates.resolve("chat");
        this.markup = markup;
        this.configuration = configuration(folder, markup);
    }

    /// @param name such as `run`, which is `run.slack.ftl` for Slack
    /// @param values texts, numbers, truth values, lists and maps of them
    /// @throws IOException when there is no such template or it cannot be rendered; one sentence
    public String render(String name, Map<String, Object> values) throws IOException {
        String file = name + "." + markup + ".ftl";
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(file).process(values, out);
        } catch (TemplateException e) {
            throw new IOException(
                    file + " cannot be rendered: " + e.getMessageWithoutStackTop(), e);
        } catch (IOException e) {
            throw new IOException("The template " + folder.resolve(file) + " cannot be read.", e);
        }
        return out.toString().strip();
    }

    private static Configuration configuration(Path folder, Markup markup) throws IOException {
        Configuration made = new Configuration(Configuration.VERSION_2_3_34);
        made.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        made.setLocalizedLookup(false);
        made.setDefaultEncoding("UTF-8");
        made.setRecognizeStandardFileExtensions(false);
        made.setOutputFormat(
                switch (markup) {
                    case slack -> ChatFormat.SLACK;
                    case mattermost -> ChatFormat.MATTERMOST;
                    case plain -> ChatFormat.PLAIN;
                });
        made.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        made.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        made.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        made.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        made.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        made.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        made.setLogTemplateExceptions(false);
        made.setNumberFormat("computer");
        return made;
    }
}
