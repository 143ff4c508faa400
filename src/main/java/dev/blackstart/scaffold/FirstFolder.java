package dev.blackstart.scaffold;

import dev.blackstart.reading.DrillReader;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.reading.Schema;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All files of a new user's folder: inventory, first runbook, schemas, the editor's setting.
///
/// @param user the login name of hosts that name none
public record FirstFolder(List<NewHost> hosts, String user, FirstRunbook runbook) {
    private static final String INVENTORY = "inventory.yaml";

    public FirstFolder {
        hosts = List.copyOf(hosts);
    }

    /// Below `runbooks`, by path.
    public Map<String, String> runbooks() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(INVENTORY, inventory());
        runbook.files().forEach((path, text) -> files.put(runbook.name() + "/" + path, text));
        files.put("schema/runbook.schema.json", Schema.runbook());
        files.put("schema/inventory.schema.json", Schema.inventory());
        files.put("schema/drill.schema.json", Schema.drill());
        return files;
    }

    private String inventory() {
        return new InventoryText(hosts, user).text();
    }

    /// The setting of the YAML extension of VS Code and its kin.
    public String editor() {
        return Sample.text("settings.json", Map.of());
    }

    /// What a reader says against these files; nothing is written while there is an error.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(InventoryReader.read(INVENTORY, inventory()).problems());
        Read<?> read = RunbookReader.read(runbook.name(), runbook.files());
        problems.addAll(read.problems());
        runbook.files()
                .forEach((path, text) -> {
                    if (path.startsWith("drills/")) {
                        problems.addAll(DrillReader.read(path, text).problems());
                    }
                });
        return List.copyOf(problems);
    }
}
