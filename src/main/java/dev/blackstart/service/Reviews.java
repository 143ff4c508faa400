package dev.blackstart.service;

import dev.blackstart.engine.Reviewing;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Owner;
import dev.blackstart.run.GateId;
import dev.blackstart.run.GlassBook;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Risk;
import dev.blackstart.view.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What was done in spite of a freeze, and is to be reviewed by somebody else.
public final class Reviews {
    private final Journal journal;
    private final Carrier carrier;
    private final Runs runs;
    private final RunIndex index;
    private final InstantSource clock;

    Reviews(Journal journal, Carrier carrier, Runs runs, RunIndex index, InstantSource clock) {
        this.journal = journal;
        this.carrier = carrier;
        this.runs = runs;
        this.index = index;
        this.clock = clock;
    }

    /// One of them.
    public record Due(RunId run, String runbook, GlassBook.Broken broken) {
        public Json.Fields json() {
            return Json.object()
                    .with("run", run.value())
                    .with("runbook", runbook)
                    .with("gate", broken.gate().id().toString())
                    .with("headline", broken.gate().headline())
                    .with("risk", broken.gate().risk().map(Risk::word))
                    .with("by", broken.by().name())
                    .with("reason", broken.reason())
                    .with("at", broken.at().toString());
        }
    }

    /// Of all runs that the caller sees, newest run first.
    public List<Due> due(Caller caller) {
        caller.must(Scope.VIEW);
        return index.all().stream()
                .filter(run -> caller.grant().reaches(run.runbook()))
                .flatMap(run ->
                        run.reviews().stream().map(it -> new Due(run.run(), run.runbook(), it)))
                .toList();
    }

    /// Closes the review of a gate.
    ///
    /// @param reason what came of it
    public void close(RunId run, GateId gate, String reason, Caller caller) {
        caller.must(Scope.APPROVE);
        Snapshot snapshot = runs.one(run, caller);
        snapshot.state().gates().gate(gate).flatMap(it -> it.risk()).ifPresent(caller::mustCover);
        Instant now = clock.instant();
        Owner owner = Owner.current(caller.person().name(), now);
        Reviewing reviewing = new Reviewing(journal, owner, now);
        Optional<String> refusal =
                Asked.of(() ->
                        reviewing.review(
                                run,
                                gate,
                                caller.person(),
                                reason,
                                carrier.policy(snapshot.state())));
        refusal.ifPresent(why -> {
            throw new Refusal(Refusal.Kind.CONFLICT, why);
        });
    }
}
