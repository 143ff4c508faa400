package dev.blackstart.door.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.runbook.Read;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the way to the hosts depends on.
class HostsExamTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGHeEYuEI1cHXUqyZeoxJMJU1QE1ydQFTLUnIdwCjjZ0";

    static Inventory inventory(String yaml) {
        return switch (InventoryReader.read("inventory.yaml", yaml)) {
            case Read.Accepted<Inventory> it -> it.value();
            case Read.Refused<Inventory> it -> throw new AssertionError(it.problems().toString());
        };
    }

    private static List<String> grades(String yaml, boolean known, String... own) {
        return new HostsExam(inventory(yaml), host -> known, Set.of(own))
                .dependencies().stream().map(it -> it.on() + " " + it.grade()).toList();
    }

    @Test
    void addressesKeysAndObserversStand() {
        String yaml =
                """
                hosts:
                  web1: { address: 192.0.2.11, user: ops, host_key: %s }
                  ops1: { address: 198.51.100.7, user: ops, host_key: %s, groups: [ vantage ] }
                """
                        .formatted(KEY, KEY.replace("IGHe", "IGHf"));
        assertThat(grades(yaml, false, "203.0.113.5"))
                .containsExactly(
                        "DNS STANDS",
                        "host keys STANDS",
                        "jump hosts STANDS",
                        "vantage STANDS",
                        "this machine STANDS");
        assertThat(grades(yaml, false, "192.0.2.11")).contains("this machine FALLS");
        assertThat(grades(yaml, false, "198.51.100.7")).contains("this machine STANDS");
    }

    @Test
    void namesUnknownKeysAndOneJumpHostDoNot() {
        String yaml =
                """
                hosts:
                  web1: { address: web1.example.org, user: ops, jump: bastion }
                  bastion: { address: 192.0.2.1, user: ops }
                  console: { address: bmc.example.org, user: ops, transport: human }
                """;
        assertThat(grades(yaml, false))
                .containsExactly(
                        "DNS FALLS",
                        "host keys FALLS",
                        "jump hosts WEAK",
                        "vantage WEAK",
                        "this machine STANDS");
        assertThat(grades(yaml, true)).contains("host keys WEAK");
        Dependency names =
                new HostsExam(inventory(yaml), host -> true, Set.of()).dependencies().getFirst();
        assertThat(names.says()).isEqualTo("Names stand where addresses should: web1.");
        assertThat(names.next()).isPresent();
    }
}
