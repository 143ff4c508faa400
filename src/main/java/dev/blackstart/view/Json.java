package dev.blackstart.view;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A JSON value for `--output json`. Prints as one line of ASCII: what is not printable ASCII is
/// written as a `u` escape, so that a terminal it lands on shows it as text.
public sealed interface Json {
    /// The value as one line.
    String shown();

    record Text(String value) implements Json {
        @Override
        public String shown() {
            StringBuilder quoted = new StringBuilder("\"");
            value.chars().forEach(c -> append(quoted, (char) c));
            return quoted.append('"').toString();
        }

        private static void append(StringBuilder quoted, char c) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
    }

    /// A number, `true`, `false` or `null`, as it is written.
    record Plain(String word) implements Json {
        @Override
        public String shown() {
            return word;
        }
    }

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return items.stream().map(Json::shown).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /// Fields in the order they were put; a field that is empty is left out.
    record Fields(Map<String, Json> fields) implements Json {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Fields with(String name, Json value) {
            Map<String, Json> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Fields(more);
        }

        public Fields with(String name, String value) {
            return with(name, new Text(value));
        }

        public Fields with(String name, Optional<String> value) {
            return value.map(text -> with(name, text)).orElse(this);
        }

        @Override
        public String shown() {
            return fields.entrySet().stream()
                    .map(field -> new Text(field.getKey()).shown() + ":" + field.getValue().shown())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    static Fields object() {
        return new Fields(Map.of());
    }

    static Json of(long number) {
        return new Plain(Long.toString(number));
    }

    static Json of(boolean value) {
        return new Plain(Boolean.toString(value));
    }

    static <T> Json array(Collection<T> items, Function<T, Json> each) {
        return new Array(items.stream().map(each).toList());
    }

    static Json texts(Collection<?> items) {
        return array(items, item -> new Text(item.toString()));
    }
}
