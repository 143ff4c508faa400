package dev.blackstart.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a site asks of a gate of some risk, beyond what the runbook does.
///
/// @param people how many different people must say yes
/// @param within how long the gate stays open
/// @param approvers the only people whose yes counts; empty for everybody the site knows
/// @param othersOnly the yes of whoever asked for the run does not count
public record SiteRule(
        int people, Optional<Duration> within, List<String> approvers, boolean othersOnly) {
    public SiteRule {
        approvers = List.copyOf(approvers);
    }

    /// Who may say yes, for the gate.
    String sentence() {
        String who =
                approvers.isEmpty() ? "people whom the policy names" : String.join(", ", approvers);
        String others = othersOnly ? ", not by whoever asked for the run" : "";
        return "The site's policy wants %s yes by %s%s; blackstart approve signs one"
                .formatted(people == 1 ? "a" : people + " times a", who, others);
    }
}
