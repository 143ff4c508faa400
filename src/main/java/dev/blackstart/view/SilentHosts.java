package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.AlikeReasons;

/// The log line of hosts that did not answer a check for one reason.
///
/// @param asked how many hosts the check was asked of
record SilentHosts(String step, AlikeReasons alike, int asked) {
    static final String WORD = "NO ANSWER";

    /// A host that is alone with its reason is the line's own; many are counted and named.
    LogLine line() {
        if (alike.hosts().size() == 1) {
            return new LogLine(step, alike.hosts().getFirst().value(), WORD);
        }
        String names = FewNames.of(alike.hosts().stream().map(HostName::value).toList());
        String like = LongReason.is(alike.reason()) ? ", all like " + alike.hosts().getFirst() : "";
        return new LogLine(
                step, alike.hosts().size() + " of " + asked, WORD + " from " + names + like);
    }

    /// A reason of several lines stands by itself, so that it is told once.
    String reason() {
        return LongReason.is(alike.reason()) ? alike.reason() : alike.told();
    }
}
