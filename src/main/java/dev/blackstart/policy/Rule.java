package dev.blackstart.policy;

import dev.blackstart.run.Attestation.Way;
import dev.blackstart.run.SiteRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose yes counts for actions of one risk.
///
/// @param people how many must say yes; the language may ask for more
/// @param approvers names of the only people who may; empty for everybody the policy knows
/// @param accepts how it may be known who said it
/// @param excludeRequester whoever asked for the run does not count
/// @param excludeAuthor whoever wrote the runbook, or changed a command in this run, does not count
/// @param within how long a gate stays open
public record Rule(
        int people,
        List<String> approvers,
        Set<Way> accepts,
        boolean excludeRequester,
        boolean excludeAuthor,
        Optional<Duration> within) {
    /// What counts where the policy says nothing: what a program could send does not.
    public static final Set<Way> USUAL = Set.of(Way.SIGNATURE, Way.CHAT);

    /// One yes by anybody the policy knows.
    public static final Rule USUAL_RULE =
            new Rule(1, List.of(), USUAL, false, false, Optional.empty());

    public Rule {
        approvers = List.copyOf(approvers);
        accepts = Set.copyOf(accepts);
    }

    boolean approves(Member member) {
        return approvers.isEmpty() || approvers.contains(member.name());
    }

    SiteRule asked() {
        return new SiteRule(people, within, approvers, excludeRequester);
    }
}
