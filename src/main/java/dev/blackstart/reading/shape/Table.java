package dev.blackstart.reading.shape;

import java.util.List;
import java.util.Optional;

/// The keys that may stand together in one place of a file.
///
/// @param name the name of the place in the schema, such as `check`
/// @param what the place in words, with its article: `a check`
public record Table(String name, String what, List<Key> keys, List<Rule> rules) {
    public Table {
        keys = List.copyOf(keys);
        rules = List.copyOf(rules);
    }

    public Optional<Key> key(String wanted) {
        return keys.stream().filter(key -> key.name().equals(wanted)).findFirst();
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
