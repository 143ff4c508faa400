package dev.blackstart.reading;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.shape.Conformance;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Read;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the native inventory file.
public final class InventoryReader {
    private InventoryReader() {}

    public static Read<Inventory> read(Path file) {
        return switch (TextFile.read(file)) {
            case Read.Accepted<String> text -> read(file.toString(), text.value());
            case Read.Refused<String> refused -> new Read.Refused<>(refused.problems());
        };
    }

    /// @param fileName the file's name in positions
    public static Read<Inventory> read(String fileName, String text) {
        Problems problems = new Problems();
        Optional<Node> root = problems.take(Yaml.parse(fileName, text));
        if (root.isEmpty()) {
            return problems.of(Optional.empty());
        }
        problems.add(
                Conformance.of(
                        root.get(), new Shape.Fields(InventoryTables.INVENTORY), "an inventory"));
        return problems.of(
                Optional.of(new InventoryBuilder(Entries.of(root.get()), problems).build()));
    }
}
