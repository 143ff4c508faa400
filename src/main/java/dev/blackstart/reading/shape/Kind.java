package dev.blackstart.reading.shape;

import dev.blackstart.reading.yaml.Node;

/// What a node is, in words.
final class Kind {
    private Kind() {}

    static String of(Node node) {
        return switch (node) {
            case Node.Scalar scalar when scalar.empty() -> "nothing";
            case Node.Scalar scalar -> "one value";
            case Node.Items items -> "a list";
            case Node.Fields fields -> "keys with values";
        };
    }
}
