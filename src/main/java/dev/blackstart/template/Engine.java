package dev.blackstart.template;

import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// FreeMarker with everything shut that a runbook does not need: no beans, no loaders, no classes,
/// no way to leave the output format.
final class Engine {
    static final Engine SHELL = new Engine(ShellFormat.INSTANCE, false);
    static final Engine WORDS = new Engine(PlainTextOutputFormat.INSTANCE, true);

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    private Engine(OutputFormat format, boolean stripsLines) {
        configuration.setOutputFormat(format);
        configuration.setAutoEscapingPolicy(
                stripsLines
                        ? Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY
                        : Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setWhitespaceStripping(stripsLines);
        configuration.setTabSize(1);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateLoader(null);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
    }

    /// Empty when FreeMarker does not find exactly the tags that we have found.
    Optional<Template> parse(String source, List<Part> parts) {
        try {
            Template template = new Template("text", source, configuration);
            if (!template.getOutputFormat().equals(configuration.getOutputFormat())
                    || !Agreement.between(template, source, parts)) {
                return Optional.empty();
            }
            _CoreAPI.addThreadInterruptedChecks(template);
            return Optional.of(template);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
