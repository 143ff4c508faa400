package dev.blackstart.view;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text put into Markdown so that it stays text: no markup, no HTML, no links. What means nothing
/// to Markdown stays as it is, so that it can be copied.
public final class Markdown {
    private static final String BLOCK = "    ";

    /// What would be markup where it stands: a lone `_` within a word is none, nor is `*` between
    /// blanks.
    private static final Pattern MARKUP =
            Pattern.compile(
                    "`"
                            + "|\\](?=[(\\[:])"
                            + "|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"
                            + "|(?<!\\s)\\*|\\*(?!\\s)"
                            + "|~(?!/)|(?<!\\s)(?<!^)~"
                            + "|\\\\(?=\\p{Punct}|$)");

    /// What would be a tag or an entity, or call somebody by name.
    private static final Pattern SPOKEN =
            Pattern.compile(
                    "<(?=[A-Za-z/!?])|&(?=[#A-Za-z0-9]+;)|(?<![A-Za-z0-9])@(?=[A-Za-z0-9])");

    private static final Pattern CODE = Pattern.compile("`[^`]+`");

    private Markdown() {}

    /// One line of text.
    public static String text(String raw) {
        return begun(
                safe(Escaped.line(raw))
                        .replace("|", "\\|")
                        .replace("://", "&#58;//")
                        .replace("www.", "www&#46;")
                        .strip());
    }

    private static String safe(String line) {
        String marked = MARKUP.matcher(line).replaceAll(found -> "\\\\" + quoted(found.group()));
        return SPOKEN.matcher(marked).replaceAll(found -> entity(found.group()));
    }

    private static String quoted(String found) {
        return Matcher.quoteReplacement(found);
    }

    /// A text that begins like a list, a heading or its underline, a quotation or a rule is none.
    private static String begun(String safe) {
        if (safe.matches("([-+*]|[-=]+|#{1,6}|\\[[ xX]?\\])(\\s.*)?|>.*")) {
            return "\\" + safe;
        }
        return safe.matches("[0-9]{1,9}[.)](\\s.*)?") ? safe.replaceFirst("[.)]", "\\\\$0") : safe;
    }

    /// The lines of a text, each made safe. What begins with two blanks is to be copied, and stands
    /// as code, in which Markdown knows no markup.
    public static String lines(String raw) {
        return Escaped.lines(raw, Integer.MAX_VALUE).stream()
                .map(line ->
                        line.startsWith("  ") && !line.contains("`") && !line.isBlank()
                                ? "`" + line.strip() + "`"
                                : text(line))
                .collect(Collectors.joining("\n"));
    }

    /// The same for a text of the team's own: code between backticks stays code, and addresses are
    /// links. In a cell of a table `|` is still to be escaped.
    public static String authored(String raw) {
        return Escaped.lines(raw, Integer.MAX_VALUE).stream()
                .map(Markdown::withCode)
                .collect(Collectors.joining("\n"));
    }

    private static String withCode(String line) {
        StringBuilder safe = new StringBuilder();
        int from = 0;
        Matcher code = CODE.matcher(line);
        while (code.find()) {
            safe.append(safe(line.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        return begun(safe.append(safe(line.substring(from))).toString().strip());
    }

    private static String entity(String found) {
        return switch (found) {
            case "<" -> "&lt;";
            case "&" -> "&amp;";
            default -> "&#64;";
        };
    }

    /// Lines as an indented block, in which Markdown knows no markup.
    public static String block(List<String> lines) {
        return lines.stream()
                .map(line -> (BLOCK + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /// Lines between fences, so that they can be copied as they are; the fence is longer than any
    /// in them.
    public static String fenced(List<String> lines) {
        String fence = "```";
        while (String.join("\n", lines).contains(fence)) {
            fence += "`";
        }
        return fence + "sh\n" + String.join("\n", lines) + "\n" + fence;
    }
}
