package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Brings evidence up to date: which checks must be asked (again) of which hosts, neighbours side
/// by side, those that name another's finding after it.
final class Looking {
    private final Moment moment;
    private final long after;
    private final boolean mindAge;
    private final Predicate<HostName> concerned;
    private final List<Directive> directives = new ArrayList<>();
    private boolean pending;

    private Looking(Moment moment, long after, boolean mindAge, Predicate<HostName> concerned) {
        this.moment = moment;
        this.after = after;
        this.mindAge = mindAge;
        this.concerned = concerned;
    }

    /// Evidence must be newer than `after` and than the check's `fresh_for`.
    static Looking fresh(Moment moment, Collection<Step.Check> checks, long after) {
        return look(moment, checks, after, true, host -> true);
    }

    /// Evidence must be newer than `after`, however old.
    static Looking once(Moment moment, Collection<Step.Check> checks, long after) {
        return look(moment, checks, after, false, host -> true);
    }

    /// The same for some hosts only.
    static Looking once(
            Moment moment,
            Collection<Step.Check> checks,
            long after,
            Predicate<HostName> concerned) {
        return look(moment, checks, after, false, concerned);
    }

    private static Looking look(
            Moment moment,
            Collection<Step.Check> checks,
            long after,
            boolean mindAge,
            Predicate<HostName> concerned) {
        Looking looking = new Looking(moment, after, mindAge, concerned);
        checks.forEach(looking::at);
        return looking;
    }

    /// All the evidence asked for is there.
    boolean done() {
        return directives.isEmpty() && !pending;
    }

    List<Directive> directives() {
        return directives;
    }

    private void at(Step.Check check) {
        boolean waiting = prerequisites(check).stream().anyMatch(this::wanting);
        for (HostName host : moment.facts().hosts(check.targets())) {
            if (!concerned.test(host) || !stale(check, host)) {
                continue;
            }
            pending = true;
            if (!waiting && !moment.state().evidence().underWay(check.id(), host)) {
                directives.add(ask(check, host));
            }
        }
    }

    private Collection<Step.Check> prerequisites(Step.Check check) {
        List<Condition> conditions =
                Stream.of(check.admissible(), check.targets().where())
                        .flatMap(Optional::stream)
                        .toList();
        if (conditions.isEmpty()) {
            return List.of();
        }
        return Sources.of(moment.plan().runbook(), conditions).checks().stream()
                .filter(other -> !other.id().equals(check.id()))
                .toList();
    }

    private boolean wanting(Step.Check check) {
        return moment.facts().hosts(check.targets()).stream()
                .filter(concerned)
                .anyMatch(host -> stale(check, host));
    }

    private boolean stale(Step.Check check, HostName host) {
        if (moment.state().departures().exclusion(host).isPresent()) {
            return false;
        }
        if (moment.state().evidence().underWay(check.id(), host)) {
            return true;
        }
        Optional<Evidence> evidence = moment.state().evidence().of(check.id(), host);
        if (evidence.isEmpty() || evidence.get().sequence() <= after) {
            return true;
        }
        Instant goodUntil = evidence.get().at().plus(check.freshFor());
        boolean takenForThis = evidence.get().sequence() > moment.state().lastTurn();
        return mindAge && !takenForThis && goodUntil.isBefore(moment.now());
    }

    private Directive ask(Step.Check check, HostName host) {
        Optional<Explained> admissible =
                check.admissible()
                        .map(condition -> moment.facts().ask(condition, Optional.of(host)))
                        .filter(explained -> explained.truth() == Truth.FALSE);
        if (admissible.isPresent()) {
            return said(
                    check,
                    host,
                    new Observation.NotAdmissible(String.join("; ", admissible.get().reasons())));
        }
        Preparation.Result result =
                new Preparation(moment.plan())
                        .prepare(
                                check.command(), host, check.targets().timeout(), Optional.empty());
        return switch (result) {
            case Preparation.Result.Ready ready ->
                    new Directive.Observe(check.id(), host, ready.prepared());
            case Preparation.Result.Nothing nothing ->
                    throw new IllegalStateException("no command");
            case Preparation.Result.Refused refused ->
                    said(check, host, new Observation.NoAnswer(refused.reason()));
        };
    }

    private static Directive said(Step.Check check, HostName host, Observation observation) {
        return new Directive.Record(List.of(new RunEvent.Observed(check.id(), host, observation)));
    }
}
