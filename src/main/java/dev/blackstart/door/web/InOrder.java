package dev.blackstart.door.web;

import dev.blackstart.inventory.HostName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Names of hosts as people count: `node9` before `node10`.
final class InOrder {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Comparator<String> COUNTED =
            Comparator.comparing(InOrder::counted).thenComparing(Comparator.naturalOrder());

    private InOrder() {}

    static List<String> names(Collection<HostName> hosts) {
        return sorted(hosts.stream().map(HostName::value).toList());
    }

    static List<String> sorted(List<String> names) {
        return names.stream().sorted(COUNTED).toList();
    }

    /// Each number with a letter for how many digits it has, so that the longer comes later.
    private static String counted(String name) {
        return NUMBER.matcher(name)
                .replaceAll(it -> (char) ('0' + Math.min(60, it.group().length())) + it.group());
    }
}
