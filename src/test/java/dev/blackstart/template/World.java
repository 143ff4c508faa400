package dev.blackstart.template;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the texts of these tests are read and rendered with.
final class World {
    static final Set<String> PARAMETERS =
            Set.of("x", "daemon", "members", "long_form", "retries", "typo_free");
    static final Set<String> SECRETS = Set.of("token");

    private World() {}

    static Scope scope(String x) {
        return new Scope(
                Map.of(
                        "x", new Value.Words(x),
                        "daemon", new Value.Words("rke2-server"),
                        "members", new Value.Words("a,b c,d'e"),
                        "long_form", new Value.Bool(true),
                        "retries", new Value.Whole(1234567)),
                new Inventory(
                        Map.of(
                                new HostName("gateway1"), host("gateway1", "10.0.0.1"),
                                new HostName("db-1"), host("db-1", "10.0.0.9")),
                        Map.of(),
                        Map.of()),
                Optional.of(host("cp1", "10.0.0.7")),
                Optional.of("/var/lib/snap 1.db"),
                Optional.empty());
    }

    private static Host host(String name, String address) {
        return new Host(
                new HostName(name),
                new Address(address, true),
                2222,
                "root",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Reach.SSH,
                Map.of());
    }
}
