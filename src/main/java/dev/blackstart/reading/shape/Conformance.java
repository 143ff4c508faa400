package dev.blackstart.reading.shape;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a YAML tree against a shape and names everything that does not fit.
public final class Conformance {
    private final List<Problem> problems = new ArrayList<>();
    private final ScalarCheck scalars = new ScalarCheck(problems);

    private Conformance() {}

    /// @param what the place in words, for messages
    public static List<Problem> of(Node node, Shape shape, String what) {
        Conformance conformance = new Conformance();
        conformance.check(node, shape, what);
        return conformance.problems;
    }

    private void check(Node node, Shape shape, String what) {
        switch (shape) {
            case Shape.Fields fields -> fields(node, fields.table(), what);
            case Shape.Kinds kinds -> kinds(node, kinds);
            case Shape.MapOf map -> map(node, map, what);
            case Shape.ListOf list -> list(node, list, what);
            case Shape.Any any -> any(node, any, what);
            case Shape.Words s -> scalars.check(node, s, what);
            case Shape.Form s -> scalars.check(node, s, what);
            case Shape.Expression s -> scalars.check(node, s, what);
            case Shape.Length s -> scalars.check(node, s, what);
            case Shape.Whole s -> scalars.check(node, s, what);
            case Shape.YesNo s -> scalars.check(node, s, what);
            case Shape.OneOf s -> scalars.check(node, s, what);
            case Shape.Value s -> scalars.check(node, s, what);
        }
    }

    private void fields(Node node, Table table, String what) {
        if (!(node instanceof Node.Fields fields)) {
            error(
                    node.position(),
                    "wrong-type",
                    "%s must be keys with values, not %s; allowed keys: %s"
                            .formatted(what, Kind.of(node), String.join(", ", table.names())));
            return;
        }
        for (Node.Field field : fields.fields()) {
            Optional<Key> key = table.key(field.key());
            if (key.isPresent()) {
                check(field.value(), key.get().shape(), "`" + field.key() + "`");
            } else {
                error(
                        field.position(),
                        "unknown-key",
                        "unknown key `%s` in %s%s"
                                .formatted(
                                        field.key(),
                                        table.what(),
                                        Nearest.hint(field.key(), table.names())));
            }
        }
        missing(fields, table);
        table.rules().forEach(rule -> new RuleCheck(fields, table, problems).check(rule));
    }

    private void missing(Node.Fields fields, Table table) {
        for (Key key : table.keys()) {
            if (key.required() && fields.field(key.name()).isEmpty()) {
                error(
                        place(fields),
                        "missing-key",
                        "%s needs the key `%s`: %s"
                                .formatted(table.what(), key.name(), key.help()));
            }
        }
    }

    private void kinds(Node node, Shape.Kinds kinds) {
        List<Table> tables = kinds.tables().get();
        List<String> names = tables.stream().map(table -> table.keys().getFirst().name()).toList();
        if (!(node instanceof Node.Fields fields)) {
            error(
                    node.position(),
                    "wrong-type",
                    "%s starts with one of the keys %s"
                            .formatted(kinds.what(), String.join(", ", names)));
            return;
        }
        List<String> present =
                names.stream().filter(name -> fields.field(name).isPresent()).toList();
        List<String> leading = leading(fields, present);
        if (leading.size() != 1) {
            error(place(fields), "step-kind", kindMessage(kinds, fields, names, leading));
            return;
        }
        Table table = tables.get(names.indexOf(leading.getFirst()));
        strangers(fields, table, tables);
        fields(known(fields, table, tables), table, table.what());
    }

    /// `verify` and the like may contain `check`, and `wait` has a key `check`: the kind is the key
    /// that comes first when it is a kind.
    private static List<String> leading(Node.Fields fields, List<String> present) {
        if (!fields.fields().isEmpty() && present.contains(fields.fields().getFirst().key())) {
            return List.of(fields.fields().getFirst().key());
        }
        return present;
    }

    private static String kindMessage(
            Shape.Kinds kinds, Node.Fields fields, List<String> names, List<String> found) {
        if (found.isEmpty()) {
            String first = fields.fields().isEmpty() ? "" : fields.fields().getFirst().key();
            return "%s needs exactly one key that names its kind and id%s"
                    .formatted(kinds.what(), Nearest.hint(first, names));
        }
        return "%s has one kind, but here are %s; put the kind first and make the others steps of their own"
                .formatted(kinds.what(), String.join(" and ", found));
    }

    private void strangers(Node.Fields fields, Table table, List<Table> tables) {
        for (Node.Field field : fields.fields()) {
            List<String> owners = owners(field, table, tables);
            if (!owners.isEmpty()) {
                error(
                        field.position(),
                        "unknown-key",
                        "%s has no key `%s`; it belongs to %s"
                                .formatted(table.what(), field.key(), String.join(", ", owners)));
            }
        }
    }

    private static Node.Fields known(Node.Fields fields, Table table, List<Table> tables) {
        return new Node.Fields(
                fields.fields().stream().filter(f -> owners(f, table, tables).isEmpty()).toList(),
                fields.position());
    }

    private static List<String> owners(Node.Field field, Table table, List<Table> tables) {
        return table.key(field.key()).isPresent()
                ? List.of()
                : tables.stream()
                        .filter(other -> other.key(field.key()).isPresent())
                        .map(Table::name)
                        .toList();
    }

    private void map(Node node, Shape.MapOf map, String what) {
        if (!(node instanceof Node.Fields fields)) {
            error(
                    node.position(),
                    "wrong-type",
                    "%s must be names with values, not %s".formatted(what, Kind.of(node)));
            return;
        }
        if (fields.fields().size() < map.least()) {
            error(node.position(), "missing-value", what + " needs at least one entry");
        }
        for (Node.Field field : fields.fields()) {
            if (!field.key().matches(map.key().pattern())) {
                error(
                        field.position(),
                        "wrong-form",
                        "`%s` in %s must be %s".formatted(field.key(), what, map.key().what()));
            }
            check(field.value(), map.value(), "`" + field.key() + "`");
        }
    }

    private void list(Node node, Shape.ListOf list, String what) {
        if (!(node instanceof Node.Items items)) {
            error(
                    node.position(),
                    "wrong-type",
                    "%s must be a list, not %s; write `[ … ]` or one `- ` line for each entry"
                            .formatted(what, Kind.of(node)));
            return;
        }
        if (items.items().size() < list.least()) {
            error(node.position(), "missing-value", what + " needs at least one entry");
        }
        items.items().forEach(item -> check(item, list.item(), "an entry of " + what));
    }

    private void any(Node node, Shape.Any any, String what) {
        boolean fits =
                any.shapes().stream()
                        .anyMatch(shape -> Conformance.of(node, shape, what).isEmpty());
        if (!fits) {
            error(node.position(), "wrong-type", what + " must be " + any.what());
        }
    }

    private static Position place(Node.Fields fields) {
        return fields.fields().isEmpty()
                ? fields.position()
                : fields.fields().getFirst().position();
    }

    private void error(Position position, String rule, String message) {
        problems.add(Problem.error(position, rule, message));
    }
}
