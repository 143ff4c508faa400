package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Truth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The wording that explanations share.
final class Words {
    /// Most hosts named in one sentence.
    private static final int MOST_NAMED = 5;

    private Words() {}

    static String truth(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }

    /// `a, b and 12 more`
    static String hosts(List<HostName> hosts) {
        String named =
                hosts.stream()
                        .sorted()
                        .limit(MOST_NAMED)
                        .map(HostName::value)
                        .collect(Collectors.joining(", "));
        return hosts.size() <= MOST_NAMED
                ? named
                : named + " and " + (hosts.size() - MOST_NAMED) + " more";
    }

    static String says(List<HostName> hosts) {
        return hosts.size() == 1 ? "says" : "say";
    }

    static String has(List<HostName> hosts) {
        return hosts.size() == 1 ? "has" : "have";
    }

    static String fits(List<HostName> hosts) {
        return hosts.size() == 1 ? "fits" : "fit";
    }

    static String doesNotFit(List<HostName> hosts) {
        return hosts.size() == 1 ? "does not fit" : "do not fit";
    }
}
