package dev.blackstart.reading;

import dev.blackstart.reading.shape.Durations;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The keys of one place, taken as what they should be. What is absent or was already refused is
/// empty.
record Entries(Node.Fields fields) {
    static Entries of(Node node) {
        return new Entries(
                node instanceof Node.Fields fields
                        ? fields
                        : new Node.Fields(List.of(), node.position()));
    }

    /// No keys at all.
    static Entries none(Position position) {
        return new Entries(new Node.Fields(List.of(), position));
    }

    boolean has(String key) {
        return fields.field(key).isPresent();
    }

    /// Where the key stands.
    Position at(String key) {
        return fields.field(key).map(Node.Field::position).orElse(fields.position());
    }

    /// Where the value stands.
    Position valueAt(String key) {
        return fields.value(key).map(Node::position).orElse(fields.position());
    }

    Optional<Node.Scalar> scalar(String key) {
        return fields.value(key).flatMap(Entries::filled);
    }

    Optional<String> text(String key) {
        return scalar(key).map(scalar -> scalar.text().strip());
    }

    Optional<Duration> duration(String key) {
        return text(key).flatMap(Durations::parse);
    }

    Optional<Long> whole(String key) {
        return text(key).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
    }

    /// A whole number of things; what does not fit was refused.
    OptionalInt count(String key) {
        Optional<Long> whole = whole(key).filter(n -> n >= 0 && n <= Integer.MAX_VALUE);
        return whole.isPresent()
                ? OptionalInt.of(Math.toIntExact(whole.get()))
                : OptionalInt.empty();
    }

    boolean yes(String key) {
        return text(key).filter("true"::equals).isPresent();
    }

    /// The keys below this one; empty when there are none.
    Optional<Entries> inside(String key) {
        return fields.value(key)
                .filter(Node.Fields.class::isInstance)
                .map(node -> new Entries((Node.Fields) node));
    }

    /// The fields of a map with free keys.
    List<Node.Field> map(String key) {
        return inside(key).map(entries -> entries.fields.fields()).orElse(List.of());
    }

    List<Node> items(String key) {
        return fields.value(key).orElse(null) instanceof Node.Items items
                ? items.items()
                : List.of();
    }

    /// The single values of a list.
    List<Node.Scalar> scalars(String key) {
        return items(key).stream().flatMap(node -> filled(node).stream()).toList();
    }

    List<String> texts(String key) {
        return scalars(key).stream().map(Node.Scalar::text).toList();
    }

    static Optional<Node.Scalar> filled(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.text().isBlank()
                ? Optional.of(scalar)
                : Optional.empty();
    }
}
