package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A host whose label says that it keeps no receipts.
class ReceiptsTest {
    private static final String INVENTORY =
            """
            defaults: { user: ops }
            hosts:
              appliance: { address: 192.0.2.1, labels: { receipts: none } }
              db1: { address: 192.0.2.2 }
            """;
    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            steps:
              - action: act
                on: all
                risk: mutate
                run: "true"
            """;

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> it -> it.value();
            case Read.Refused<T> it -> throw new AssertionError(it.problems().toString());
        };
    }

    @Test
    void theInventorySaysSo() {
        Inventory inventory = accepted(InventoryReader.read("inventory.yaml", INVENTORY));
        Runbook runbook = accepted(RunbookReader.read("test", Map.of("runbook.yaml", RUNBOOK)));
        Plan plan = new Plan(runbook, inventory, Map.of(), Mode.LIVE);
        assertThat(Receipts.none(plan, new RunState(), new HostName("appliance"))).isTrue();
        assertThat(Receipts.none(plan, new RunState(), new HostName("db1"))).isFalse();
    }
}
