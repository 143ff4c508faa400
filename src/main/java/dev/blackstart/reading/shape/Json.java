package dev.blackstart.reading.shape;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Writes maps, lists, texts, numbers and truth values as indented JSON. Maps without an order of
/// their own are sorted, so that the same tables always give the same file.
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String write(Object value) {
        Json json = new Json();
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Map<?, ?> map -> map(map, depth);
            case Collection<?> list -> list(list, depth);
            case String text -> text(text);
            default -> out.append(value);
        }
    }

    private void map(Map<?, ?> map, int depth) {
        Map<?, ?> ordered = map instanceof LinkedHashMap ? map : new TreeMap<>(map);
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : ordered.entrySet()) {
            out.append(separator);
            line(depth + 1);
            text(entry.getKey().toString());
            out.append(": ");
            value(entry.getValue(), depth + 1);
            separator = ",";
        }
        end(map.isEmpty(), depth, '}');
    }

    private void list(Collection<?> list, int depth) {
        out.append('[');
        boolean flat = list.stream().noneMatch(item -> item instanceof Map);
        String separator = "";
        for (Object item : list) {
            out.append(separator);
            if (!flat) {
                line(depth + 1);
            }
            value(item, depth + 1);
            separator = flat ? ", " : ",";
        }
        end(flat, depth, ']');
    }

    private void end(boolean flat, int depth, char bracket) {
        if (!flat) {
            line(depth);
        }
        out.append(bracket);
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void text(String text) {
        out.append('"');
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        out.append('\\').append((char) c);
                    } else if (c < 0x20) {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.append((char) c);
                    }
                });
        out.append('"');
    }
}
