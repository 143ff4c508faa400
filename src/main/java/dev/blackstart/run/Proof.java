package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Polls a check until a condition holds or its time is over.
///
/// @param start when the time began to run
/// @param after only evidence newer than this event counts
record Proof(
        Moment moment,
        StepId check,
        Condition that,
        Duration every,
        Duration within,
        List<HostName> hosts,
        Instant start,
        long after) {

    /// What the newest evidence says, once there is any; the directives that get more.
    sealed interface Result {
        record Decided(Truth truth, List<String> reasons) implements Result {}

        record Undecided(List<Directive> directives) implements Result {}
    }

    Result look() {
        Looking looking = Looking.once(moment, checks(), after, this::concerned);
        if (!looking.done()) {
            Explained early =
                    evaluate(
                            new RunFacts(
                                    moment.plan(),
                                    moment.state().evidence().after(after),
                                    moment.state(),
                                    moment.now()));
            return early.truth() == Truth.TRUE
                    ? new Result.Decided(Truth.TRUE, early.reasons())
                    : new Result.Undecided(looking.directives());
        }
        Explained now = evaluate(moment.facts());
        if (now.truth() == Truth.TRUE) {
            return new Result.Decided(Truth.TRUE, now.reasons());
        }
        if (!moment.now().isBefore(start.plus(within))) {
            return new Result.Decided(now.truth(), now.reasons());
        }
        return again();
    }

    private Result again() {
        Instant due = newest().plus(every);
        if (moment.now().isBefore(due)) {
            return new Result.Undecided(List.of(new Directive.WaitUntil(due)));
        }
        long newest = newestSequence();
        return new Result.Undecided(
                Looking.once(moment, checks(), newest, this::concerned).directives());
    }

    /// A proof per host asks only the hosts that were acted on.
    private boolean concerned(HostName host) {
        return !that.perHost() || hosts.contains(host);
    }

    private Set<Step.Check> checks() {
        return checks(moment, check, that);
    }

    /// The checks a proof asks.
    static Set<Step.Check> checks(Moment moment, StepId check, Condition that) {
        Sources sources = Sources.of(moment.plan().runbook(), List.of(that));
        moment.plan()
                .runbook()
                .step(check)
                .filter(Step.Check.class::isInstance)
                .map(Step.Check.class::cast)
                .ifPresent(sources::and);
        return sources.checks();
    }

    /// Whether these checks would speak of the host, had it not been left out of the run: what they
    /// say of the others is no evidence of how it stands there.
    static boolean blind(Moment moment, Collection<Step.Check> checks, HostName host) {
        return moment.state().departures().exclusion(host).isPresent()
                && checks.stream()
                        .anyMatch(it -> moment.facts().hosts(it.targets()).contains(host));
    }

    private Explained evaluate(RunFacts facts) {
        if (!that.perHost()) {
            return facts.ask(that, Optional.empty());
        }
        Truth all = Truth.TRUE;
        List<String> reasons = new ArrayList<>();
        for (HostName host : hosts) {
            Explained one = facts.ask(that, Optional.of(host));
            all = all.and(one.truth());
            reasons.addAll(one.reasons());
        }
        return new Explained(all, reasons.stream().distinct().toList());
    }

    private Instant newest() {
        return evidence().map(Evidence::at).max(Instant::compareTo).orElse(start);
    }

    private long newestSequence() {
        return evidence().mapToLong(Evidence::sequence).max().orElse(after);
    }

    private Stream<Evidence> evidence() {
        return checks().stream()
                .flatMap(look -> moment.state().evidence().of(look.id()).values().stream());
    }
}
