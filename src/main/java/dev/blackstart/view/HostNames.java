package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import java.util.Collection;
import java.util.List;

/// Names of hosts in one line, as people count: all when they fit, else the first ones and how many
/// there are.
final class HostNames {
    private HostNames() {}

    static String shown(Collection<HostName> hosts, int columns) {
        if (hosts.isEmpty()) {
            return "no host";
        }
        List<String> names = hosts.stream().sorted().map(HostName::value).toList();
        String all = String.join(", ", names);
        if (Width.of(all) <= columns) {
            return all;
        }
        String count = "… (" + names.size() + " hosts)";
        StringBuilder some = new StringBuilder();
        for (String name : names) {
            if (Width.of(some + name + ", " + count) > columns && !some.isEmpty()) {
                break;
            }
            some.append(name).append(", ");
        }
        return Width.cut(some + count, columns);
    }
}
