package dev.blackstart.template;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Text;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// A text as a FreeMarker template that passed our own reading first.
record CompiledText(String source, Position position, Set<String> names, Template template)
        implements Text {
    CompiledText {
        names = Set.copyOf(names);
    }

    @Override
    public Rendered render(Scope scope) {
        Model model = new Model(scope);
        Optional<String> missing = model.missing(names);
        return missing.<Rendered>map(Rendered.Refused::new).orElseGet(() -> render(model));
    }

    private Rendered render(Model model) {
        Capped out = new Capped();
        try {
            template.process(model.data(), out);
            return new Rendered.Done(out.toString());
        } catch (Capped.TooLong e) {
            return new Rendered.Refused(
                    "the text is longer than 64 KiB when its values stand in it");
        } catch (TemplateException | IOException e) {
            return new Rendered.Refused(reason(e));
        }
    }

    private static String reason(Exception e) {
        String said =
                e instanceof TemplateException t ? t.getMessageWithoutStackTop() : e.getMessage();
        return said == null
                ? "the text cannot be rendered"
                : "the text cannot be rendered: " + said.lines().findFirst().orElse("").strip();
    }
}
