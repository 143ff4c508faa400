package dev.blackstart.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a template apart: `[=value]`, `[#if]`, `[#list]` and comments; every other tag is refused.
final class Parts {
    private static final Pattern TAG = Pattern.compile("\\[(=|#--|/?[#@])");
    private static final Pattern DIRECTIVE = Pattern.compile("\\[(/?[#@][A-Za-z_]*)");

    private final String source;
    private final List<Part> parts = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private Available available;
    private int at;

    Parts(String source, Available available) {
        this.source = source;
        this.available = available;
        read();
    }

    List<Part> all() {
        return List.copyOf(parts);
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    Set<String> names() {
        return names;
    }

    private void read() {
        Matcher tag = TAG.matcher(source);
        while (tag.find(at)) {
            plain(tag.start());
            at = tag.start();
            try {
                tag(tag.group(1));
            } catch (Formula.Unreadable e) {
                complaints.add(e.complaint());
                at = Math.max(tag.end(), e.complaint().offset());
            }
        }
        plain(source.length());
        open.forEach(
                part -> complaints.add(new Complaint(part.start(), "This tag is never closed.")));
    }

    private void plain(int end) {
        if (end > at) {
            parts.add(new Part.Plain(at, source.substring(at, end)));
        }
    }

    private void tag(String kind) throws Formula.Unreadable {
        switch (kind) {
            case "=" -> inserted();
            case "#--" -> comment();
            default -> directive();
        }
    }

    private void inserted() throws Formula.Unreadable {
        int start = at;
        Formula formula = new Formula(source, at + 2, available);
        formula.condition();
        close(formula);
        parts.add(new Part.Inserted(start, source.substring(start, at)));
    }

    private void close(Formula formula) throws Formula.Unreadable {
        formula.expect("]");
        at = formula.end();
        names.addAll(formula.names());
    }

    private void comment() throws Formula.Unreadable {
        int end = source.indexOf("--]", at);
        if (end < 0) {
            throw new Formula.Unreadable(at, "This comment is never closed with --].");
        }
        parts.add(new Part.Comment(at));
        at = end + 3;
    }

    private void directive() throws Formula.Unreadable {
        Matcher matcher = DIRECTIVE.matcher(source).region(at, source.length());
        matcher.lookingAt();
        String name = matcher.group(1);
        int start = at;
        at = matcher.end();
        try {
            formula(name, start);
        } catch (Formula.Unreadable e) {
            complaints.add(e.complaint());
            at = Math.max(at, e.complaint().offset());
        }
        structure(name, start);
    }

    private void formula(String name, int start) throws Formula.Unreadable {
        Formula formula = new Formula(source, at, available);
        switch (name) {
            case "#if", "#elseif" -> formula.condition();
            case "#list" -> list(start, formula);
            case "#else", "/#if", "/#list" -> {}
            default -> strange(name, start);
        }
        close(formula);
    }

    /// The end of something that was complained about is passed over.
    private void strange(String name, int start) throws Formula.Unreadable {
        if (!name.startsWith("/") || complaints.isEmpty()) {
            throw new Formula.Unreadable(
                    start,
                    "`["
                            + name
                            + "` is not allowed; a template has [=value], [#if], [#elseif], [#else],"
                            + " [#list] and [#-- comments --].");
        }
    }

    /// One loop deep, so that no text can make a template run long.
    private void list(int start, Formula formula) throws Formula.Unreadable {
        if (!available.variable().isEmpty()) {
            throw new Formula.Unreadable(start, "A [#list] cannot stand within another.");
        }
        String variable = formula.listing();
        if (!available
                .inLoop("")
                .complaint(List.of(variable))
                .startsWith("`" + variable + "` is not known")) {
            throw new Formula.Unreadable(
                    start, "`" + variable + "` already means something; take another name.");
        }
        available = available.inLoop(variable);
    }

    private void structure(String name, int start) throws Formula.Unreadable {
        switch (name) {
            case "#if" -> opening(new Part.If(start));
            case "#list" -> opening(new Part.List(start));
            case "#elseif" -> within(new Part.ElseIf(start));
            case "#else" -> within(new Part.Else(start));
            case "/#if" -> closing(new Part.EndIf(start), open.peek() instanceof Part.If);
            case "/#list" -> {
                closing(new Part.EndList(start), open.peek() instanceof Part.List);
                available = available.inLoop("");
            }
            default -> {}
        }
    }

    private void opening(Part part) {
        open.push(part);
        parts.add(part);
    }

    private void within(Part part) throws Formula.Unreadable {
        if (!(open.peek() instanceof Part.If)) {
            throw new Formula.Unreadable(part.start(), "This tag has no [#if] before it.");
        }
        parts.add(part);
    }

    private void closing(Part part, boolean fits) throws Formula.Unreadable {
        if (!fits) {
            throw new Formula.Unreadable(
                    part.start(), "This tag closes nothing that is open here.");
        }
        open.pop();
        parts.add(part);
    }
}
