package dev.blackstart.reading;

import dev.blackstart.reading.shape.Table;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One step as written, with its kind and id.
///
/// @param kind the table of its kind
/// @param id empty when what is written is no id
/// @param position where the id stands
record StepNode(
        Table kind, Optional<StepId> id, String written, Entries entries, Position position) {
    /// The steps whose kind is known; the others were refused before.
    static List<StepNode> in(Entries runbook) {
        return runbook.items("steps").stream().flatMap(StepNode::of).toList();
    }

    boolean is(Table table) {
        return kind.equals(table);
    }

    private static Stream<StepNode> of(Node node) {
        if (!(node instanceof Node.Fields fields)) {
            return Stream.empty();
        }
        Entries entries = new Entries(fields);
        return StepTables.ALL.stream()
                .filter(table -> leads(table, entries))
                .findFirst()
                .flatMap(table -> named(table, entries))
                .stream();
    }

    private static boolean leads(Table table, Entries entries) {
        String kind = table.keys().getFirst().name();
        return entries.has(kind)
                && (entries.fields().fields().getFirst().key().equals(kind)
                        || StepTables.ALL.stream()
                                        .filter(other -> entries.has(other.name()))
                                        .count()
                                == 1);
    }

    private static Optional<StepNode> named(Table table, Entries entries) {
        String kind = table.keys().getFirst().name();
        return entries.text(kind)
                .map(written ->
                        new StepNode(
                                table,
                                id(table, written),
                                written,
                                entries,
                                entries.valueAt(kind)));
    }

    /// A call is named by its runbook, with underscores for hyphens.
    private static Optional<StepId> id(Table table, String written) {
        String name = table.equals(StepTables.CALL) ? written.replace('-', '_') : written;
        return Names.allowed(name) ? Optional.of(new StepId(name)) : Optional.empty();
    }
}
