package dev.blackstart.template;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Reports from templates that a team may change: `templates/report/*.ftl`, square-bracket syntax.
/// A template sees texts, lists and maps; it can make no object and read no other file.
public final class ReportTemplates {
    private final Path folder;

    /// @param folder the folder `templates`
    public ReportTemplates(Path folder) {
        this.folder = folder;
    }

    /// @param name such as `report/report.md.ftl`
    /// @param values texts, lists and maps of texts
    /// @throws IOException when there is no such template or it cannot be rendered; one sentence
    public String render(String name, Map<String, Object> values) throws IOException {
        StringWriter out = new StringWriter();
        try {
            Template template = new Template(name, text(name), configuration());
            template.process(values, out);
        } catch (TemplateException e) {
            throw new IOException(
                    name + " cannot be rendered: " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "The template " + file + " is not there; copy it from Blackstart's own.");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNumberFormat("computer");
        return configuration;
    }
}
