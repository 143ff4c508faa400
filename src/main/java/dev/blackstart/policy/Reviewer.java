package dev.blackstart.policy;

import dev.blackstart.run.GlassBook;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import java.util.List;
import java.util.Optional;

/// Whether somebody may close the review of a freeze that was acted in spite of: who may approve
/// what was done, and has not broken the glass themselves.
public record Reviewer(Policy policy) {
    /// Why not, in one sentence; empty when they may.
    ///
    /// @param broken those of one gate
    public Optional<String> refusal(List<GlassBook.Broken> broken, Person by) {
        Optional<Member> known = policy.login(by).or(() -> policy.named(by.name()));
        if (known.isEmpty()) {
            return Optional.of(
                    "The policy does not know %s; it knows %s."
                            .formatted(by, String.join(", ", policy.people().keySet())));
        }
        for (GlassBook.Broken it : broken) {
            Risk risk = it.gate().risk().orElse(Risk.MUTATE);
            if (!policy.rule(risk).approves(known.get())) {
                return Optional.of(
                        "%s may not review what is of risk %s; %s may."
                                .formatted(
                                        known.get().name(), risk.word(), policy.approvers(risk)));
            }
            if (policy.named(it.by().name()).or(() -> policy.login(it.by())).equals(known)) {
                return Optional.of(
                        "%s broke the glass, so somebody else reviews it."
                                .formatted(known.get().name()));
            }
        }
        return Optional.empty();
    }
}
