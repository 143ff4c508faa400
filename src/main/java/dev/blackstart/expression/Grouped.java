package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Hosts with the same reason, told together.
final class Grouped {
    private Grouped() {}

    /// `cp1, cp2 (link down), cp3 (never asked)`
    static String byReason(Map<HostName, String> reasons) {
        return groups(reasons).entrySet().stream()
                .map(group -> Words.hosts(group.getValue()) + " (" + group.getKey() + ")")
                .collect(Collectors.joining(", "));
    }

    /// `cp1, cp2 have no answer (connection refused), cp3 has no answer (stdout is not JSON)`
    static String silence(Map<HostName, String> reasons) {
        return groups(reasons).entrySet().stream()
                .map(group ->
                        Words.hosts(group.getValue())
                                + " "
                                + Words.has(group.getValue())
                                + " no answer ("
                                + group.getKey()
                                + ")")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<HostName>> groups(Map<HostName, String> reasons) {
        Map<String, List<HostName>> groups = new LinkedHashMap<>();
        reasons.forEach(
                (host, reason) -> groups.computeIfAbsent(reason, r -> new ArrayList<>()).add(host));
        return groups;
    }
}
