package dev.blackstart.run;

import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// After an action that takes its host away on purpose, losing the connection is the way it should
/// go: waits until the host answers again, with another boot id where a reboot was asked for.
final class ReturnFlow {
    private static final Person HOST = new Person("host");
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(10);
    private static final String LOOK = "cut -d ' ' -f 1 /proc/uptime";

    private final Moment moment;

    ReturnFlow(Moment moment) {
        this.moment = moment;
    }

    /// Empty when no host is waited for.
    Optional<List<Directive>> next() {
        List<Directive> waiting = new ArrayList<>();
        List<Away> missing = new ArrayList<>();
        for (Away away : away()) {
            Optional<List<Directive>> settled = settled(away);
            if (settled.isPresent()) {
                return settled;
            }
            if (away.back()) {
                continue;
            }
            if (away.overdue()) {
                missing.add(away);
            } else {
                waiting.add(look(away));
            }
        }
        if (!waiting.isEmpty()) {
            return Optional.of(waiting);
        }
        return missing.stream()
                .filter(away -> away.progress().succeeded())
                .findFirst()
                .map(first -> ask(first.step().id(), missing));
    }

    /// Those whose hosts are still expected back.
    Set<ActionKey> awaited() {
        return away().stream()
                .filter(away -> !away.back() && !away.overdue())
                .map(Away::action)
                .collect(Collectors.toSet());
    }

    /// What a host that comes back tells of a sending that is unknown; asks no person.
    Optional<List<Directive>> whatItTells() {
        List<Directive> waiting = new ArrayList<>();
        for (Away away : away()) {
            if (!away.progress().unknown()) {
                continue;
            }
            Optional<List<Directive>> settled = settled(away);
            if (settled.isPresent()) {
                return settled;
            }
            if (!away.back() && !away.overdue()) {
                waiting.add(look(away));
            }
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting);
    }

    private List<Away> away() {
        List<Away> all = new ArrayList<>();
        for (ActionProgress progress : moment.state().actions().all()) {
            Away.of(moment, progress).filter(this::missed).ifPresent(all::add);
        }
        return all;
    }

    private boolean missed(Away away) {
        return moment.state().settled(away.step().id()).isEmpty()
                && newest(away)
                && !givenUp(away.step().id());
    }

    private boolean newest(Away away) {
        return moment.state()
                .actions()
                .newest(away.step().id(), away.host(), Purpose.ACT)
                .filter(progress -> Objects.equals(progress, away.progress()))
                .isPresent();
    }

    private boolean givenUp(StepId step) {
        return moment.decision(step)
                .map(answer -> answer.event().choice())
                .filter(choice -> choice.equals(Decisions.SKIP) || choice.equals(Decisions.STOP))
                .isPresent();
    }

    /// What a return, or the lack of a reboot, says about how the sending ended.
    private Optional<List<Directive>> settled(Away away) {
        boolean reboot = away.expects().reboot();
        if (away.back() && reboot && !away.progress().succeeded()) {
            return resolved(
                    away,
                    new Outcome.Succeeded(Duration.ZERO),
                    "it came back with another boot id, as expected");
        }
        if (away.overdue() && away.answers() && reboot && !away.back()) {
            String within = Words.length(away.expects().patience());
            return resolved(
                    away,
                    new Outcome.Failed("did not reboot within " + within, Duration.ZERO),
                    "it answers and its boot id is still the same");
        }
        return Optional.empty();
    }

    private static Optional<List<Directive>> resolved(Away away, Outcome outcome, String why) {
        return Optional.of(
                Settle.record(
                        new RunEvent.Resolved(
                                away.action(),
                                Purpose.ACT,
                                outcome,
                                Resolver.PROBE,
                                HOST,
                                why,
                                Optional.empty())));
    }

    private Directive look(Away away) {
        Instant due = away.due();
        return moment.now().isBefore(due)
                ? new Directive.WaitUntil(due)
                : new Directive.LookForReturn(
                        away.action(),
                        new Prepared(
                                away.host(),
                                "look",
                                LOOK,
                                Map.of(),
                                false,
                                Optional.empty(),
                                LOOK_WITHIN,
                                1024));
    }

    private List<Directive> ask(StepId step, List<Away> missing) {
        List<String> why =
                missing.stream()
                        .map(away ->
                                "%s was carried out there and has not answered for %s"
                                        .formatted(
                                                away.action(),
                                                Words.length(away.expects().patience())))
                        .toList();
        return Decisions.unproven(
                moment, step, "Not every host came back in time. How shall the run go on?", why);
    }
}
