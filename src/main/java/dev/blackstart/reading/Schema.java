package dev.blackstart.reading;

import dev.blackstart.reading.shape.SchemaWriter;

/// JSON Schemas (draft 2020-12) of the files people write, generated from the tables the readers
/// walk, so that editors complete and check. What only the reader can know, such as names and
/// types, is not in them.
public final class Schema {

    private Schema() {}

    public static String runbook() {
        return SchemaWriter.write(RunbookTables.RUNBOOK, "A Blackstart runbook");
    }

    public static String drill() {
        return SchemaWriter.write(DrillTables.DRILL, "A Blackstart drill");
    }

    public static String inventory() {
        return SchemaWriter.write(InventoryTables.INVENTORY, "A Blackstart inventory");
    }

    public static String policy() {
        return SchemaWriter.write(PolicyTables.POLICY, "A Blackstart policy");
    }

    public static String chat() {
        return SchemaWriter.write(ChatTables.CHAT, "A Blackstart file of chats");
    }
}
