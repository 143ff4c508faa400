package dev.blackstart.view.report;

import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import dev.blackstart.view.Markdown;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A document as a template sees it: the same names, every text made safe for where it will stand.
///
/// @param block for what stands in a block of its own: output of hosts, commands to copy
public record Values(UnaryOperator<String> safe, UnaryOperator<String> block) {
    /// Fields that stand in a block of their own.
    private static final Set<String> BLOCKS = Set.of("head", "tail", "code", "text");

    /// For HTML: control characters are visible, line ends kept; the template's output format
    /// escapes the rest.
    public static final Values HTML = new Values(Values::visible, Values::visible);

    static final Values MARKDOWN = new Values(Markdown::lines, Values::indented);

    /// For a sheet: what is to be copied has its tabs, and no margin.
    static final Values SHEET_HTML = new Values(Values::visible, Values::copied);

    static final Values SHEET_MARKDOWN =
            new Values(Markdown::authored, raw -> Markdown.fenced(copied(raw).lines().toList()));

    public Map<String, Object> of(Json.Fields document) {
        Map<String, Object> values = new LinkedHashMap<>();
        document.fields().forEach((name, value) -> values.put(name, value(name, value)));
        return values;
    }

    private Object value(String name, Json json) {
        return switch (json) {
            case Json.Text text -> (BLOCKS.contains(name) ? block : safe).apply(text.value());
            case Json.Plain plain -> plain(plain.word());
            case Json.Array array -> array.items().stream().map(item -> value(name, item)).toList();
            case Json.Fields fields -> of(fields);
        };
    }

    private static Object plain(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> new BigDecimal(word);
        };
    }

    private static String visible(String raw) {
        return Escaped.page(raw);
    }

    /// A shell takes a tab and four blanks for different things.
    private static String copied(String raw) {
        return raw.lines()
                .map(line ->
                        Arrays.stream(line.split("\t", -1))
                                .map(Escaped::line)
                                .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String indented(String raw) {
        return Markdown.block(Escaped.lines(raw, Integer.MAX_VALUE));
    }
}
