package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.AlikeReasons;
import java.util.Map;
import java.util.stream.Collectors;

/// Hosts with the same reason, told together.
final class Grouped {
    private Grouped() {}

    /// `cp1, cp2 (link down), cp3 (never asked)`
    static String byReason(Map<HostName, String> reasons) {
        return AlikeReasons.of(reasons).stream()
                .map(group -> Words.hosts(group.hosts()) + " (" + group.told() + ")")
                .collect(Collectors.joining(", "));
    }

    /// `cp1, cp2 have no answer (connection refused), cp3 has no answer (stdout is not JSON)`
    static String silence(Map<HostName, String> reasons) {
        return AlikeReasons.of(reasons).stream()
                .map(group ->
                        Words.hosts(group.hosts())
                                + " "
                                + Words.has(group.hosts())
                                + " no answer ("
                                + group.told()
                                + ")")
                .collect(Collectors.joining(", "));
    }
}
