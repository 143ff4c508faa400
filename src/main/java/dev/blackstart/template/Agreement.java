package dev.blackstart.template;

import freemarker.core.TemplateElement;
import freemarker.template.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Holds FreeMarker's own tree against our parts, so that no tag can be seen by one and not by the
/// other: same kinds, same places, and nothing we do not know.
@SuppressWarnings("deprecation") // the only way FreeMarker offers to look at what it has read
final class Agreement {
    private static final Set<String> SILENT =
            Set.of("MixedContent", "TextBlock", "IfBlock", "Comment");

    private final Set<String> theirs = new TreeSet<>();
    private boolean strange;

    private Agreement() {}

    static boolean between(Template template, String source, List<Part> parts) {
        Agreement agreement = new Agreement();
        agreement.walk(root(template));
        Set<String> ours = new TreeSet<>();
        Lines lines = new Lines(source);
        for (Part part : parts) {
            String kind = kind(part);
            if (!kind.isEmpty()) {
                ours.add(kind + " " + lines.place(part.start()));
            }
        }
        return !agreement.strange && ours.equals(agreement.theirs);
    }

    private static String kind(Part part) {
        return switch (part) {
            case Part.Inserted i -> "DollarVariable";
            case Part.If i -> "ConditionalBlock";
            case Part.ElseIf e -> "ConditionalBlock";
            case Part.Else e -> "ConditionalBlock";
            case Part.List l -> "IteratorBlock";
            case Part.Plain p -> "";
            case Part.EndIf e -> "";
            case Part.EndList e -> "";
            case Part.Comment c -> "";
        };
    }

    private static TemplateElement root(Template template) {
        return template.getRootTreeNode();
    }

    private void walk(TemplateElement element) {
        String kind = element.getClass().getSimpleName();
        switch (kind) {
            case "DollarVariable", "ConditionalBlock", "IteratorBlock" ->
                    theirs.add(
                            kind + " " + element.getBeginLine() + ":" + element.getBeginColumn());
            default -> strange |= !SILENT.contains(kind);
        }
        for (int i = 0; i < element.getChildCount(); i++) {
            if (element.getChildAt(i) instanceof TemplateElement inner) {
                walk(inner);
            } else {
                strange = true;
            }
        }
    }
}
