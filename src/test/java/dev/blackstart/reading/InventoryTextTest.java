package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Read;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever inventory is written can be read, and is the same.
class InventoryTextTest {
    private static final String EVERYTHING =
            """
            hosts:
              cp1: { address: 192.0.2.1, port: 2222, user: ops, jump: out, identity: ~/.ssh/id, groups: [ later, cps ], labels: { drill: allowed, note: 'a "quoted" \\ word: #1', "no": "yes" } }
              out: { address: "2001:db8::1", user: ops, groups: [ vantage ] }
              hand: { address: 192.0.2.3, transport: human }
            groups:
              cps: { hosts: [ cp1, out ], quorum: majority }
              empty: {}
            services:
              store: { runs_on: "cps, !out", tolerates: 90s, thresholds: [ { after: 1h, says: "it: freezes", healed_by: itself } ] }
              api: { runs_on: cps, lives_in: store, needs: { run: [ dns ] }, cuts: [ { need: dns, cost: 3, says: by hand, runbook: dns-deadlock } ] }
              dns: { runs_on: all, serves: [ api ] }
            """;

    private static Inventory read(String text) {
        return switch (InventoryReader.read("inventory.yaml", text)) {
            case Read.Accepted<Inventory> it -> it.value();
            case Read.Refused<Inventory> it -> throw new AssertionError(text + it.problems());
        };
    }

    private static void same(Inventory inventory) {
        Inventory again = read(InventoryText.of(inventory));
        assertThat(again).isEqualTo(inventory);
        assertThat(List.copyOf(again.hosts().keySet()))
                .isEqualTo(List.copyOf(inventory.hosts().keySet()));
        assertThat(List.copyOf(again.groups().keySet()))
                .isEqualTo(List.copyOf(inventory.groups().keySet()));
    }

    @Test
    void everyKeyComesBack() {
        same(read(EVERYTHING));
    }
}
