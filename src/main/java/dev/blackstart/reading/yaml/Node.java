package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Snippet;
import java.util.List;
import java.util.Optional;

/// A piece of a YAML file and where it stands.
public sealed interface Node {
    Position position();

    /// @param plain written without quotes and not as a block, so that `no` or `010` could mean
    ///   something else
    record Scalar(Snippet snippet, Position position, boolean plain) implements Node {
        public String text() {
            return snippet.text();
        }

        /// Nothing was written behind the key or the dash.
        public boolean empty() {
            return plain && text().isEmpty();
        }
    }

    record Items(List<Node> items, Position position) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(List<Field> fields, Position position) implements Node {
        public Fields {
            fields = List.copyOf(fields);
        }

        public Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }

        public Optional<Node> value(String key) {
            return field(key).map(Field::value);
        }
    }

    /// One key with its value; the position is that of the key.
    record Field(String key, Position position, Node value) {}
}
