package dev.blackstart.template;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reports from templates that a team may change: `templates/report/*.ftl`, square-bracket syntax.
/// A template sees texts, numbers, lists and maps and may import others of its folder; it can make
/// no object and read no other file. In a `.html.ftl` every value is escaped for HTML.
public final class ReportTemplates {
    private static final String HTML = ".html.ftl";

    private final Path folder;

    /// Read once, for HTML and for plain text; FreeMarker looks after a few seconds whether a file
    /// was changed.
    private final Map<Boolean, Configuration> known = new ConcurrentHashMap<>();

    /// @param folder the folder `templates`
    public ReportTemplates(Path folder) {
        this.folder = folder;
    }

    /// @param name such as `report/report.md.ftl`
    /// @param values texts, numbers, truth values, lists and maps of them
    /// @throws IOException when there is no such template or it cannot be rendered; one sentence
    public String render(String name, Map<String, Object> values) throws IOException {
        StringWriter out = new StringWriter();
        try {
            configuration(name).getTemplate(name).process(values, out);
        } catch (TemplateNotFoundException e) {
            throw new IOException(
                    "The template "
                            + folder.resolve(e.getTemplateName())
                            + " is not there; copy it from Blackstart's own.",
                    e);
        } catch (TemplateException e) {
            throw new IOException(
                    name + " cannot be rendered: " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    private Configuration configuration(String name) throws IOException {
        boolean html = name.endsWith(HTML);
        Configuration before = known.get(html);
        if (before != null) {
            return before;
        }
        Configuration now = configuration(html);
        known.put(html, now);
        return now;
    }

    private Configuration configuration(boolean html) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader());
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setOutputFormat(
                html ? HTMLOutputFormat.INSTANCE : PlainTextOutputFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(
                html
                        ? Configuration.FORCE_AUTO_ESCAPING_POLICY
                        : Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNumberFormat("computer");
        return configuration;
    }

    private FileTemplateLoader loader() throws IOException {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException e) {
            throw new IOException(
                    "There is no folder " + folder + "; copy it from Blackstart's own.", e);
        }
    }
}
