package dev.blackstart.engine;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Reviewer;
import dev.blackstart.run.GateId;
import dev.blackstart.run.GlassBook;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Closes the review of a freeze that somebody acted in spite of. That is done afterwards: of a run
/// that nobody carries out.
///
/// @param owner the process that writes it
public record Reviewing(Journal journal, Owner owner, Instant now) {
    private static final int LONGEST = 500;

    /// Records it.
    ///
    /// @param policy the one the run was opened under
    /// @return why not, in one sentence; empty when it is recorded
    public Optional<String> review(
            RunId run, GateId gate, Person by, String reason, Optional<Policy> policy)
            throws JournalException {
        if (journal.owner(run).isPresent()) {
            return Optional.of(
                    "Run %s is still carried out; what was done in it is reviewed when it has ended."
                            .formatted(run));
        }
        if (!(journal.claim(run, owner) instanceof Ownership.Taken taken)) {
            return Optional.of("Another process has just taken run %s up.".formatted(run));
        }
        try {
            RunState state = RunState.fold(journal.read(run));
            Optional<String> refusal = refusal(state, gate, by, reason, policy);
            if (refusal.isEmpty()) {
                RunEvent event = new RunEvent.GlassReviewed(gate, by, reason.strip());
                journal.append(run, taken.epoch(), state.sequence(), now, List.of(event));
            }
            return refusal;
        } finally {
            journal.release(run, owner);
        }
    }

    private static Optional<String> refusal(
            RunState state, GateId gate, Person by, String reason, Optional<Policy> policy) {
        List<GlassBook.Broken> broken =
                state.gates().glass().open().stream()
                        .filter(it -> it.gate().id().equals(gate))
                        .toList();
        if (broken.isEmpty()) {
            return Optional.of("Nothing of gate %s is to be reviewed.".formatted(gate));
        }
        String words = reason.strip();
        if (words.isEmpty()
                || words.length() > LONGEST
                || !words.chars().allMatch(c -> c >= ' ' && c != 0x7f)) {
            return Optional.of(
                    "A review says in one line what came of it, at most %d characters."
                            .formatted(LONGEST));
        }
        if (broken.stream().anyMatch(it -> it.by().equals(by))) {
            return Optional.of("%s broke the glass, so somebody else reviews it.".formatted(by));
        }
        return policy.flatMap(it -> new Reviewer(it).refusal(broken, by));
    }
}
