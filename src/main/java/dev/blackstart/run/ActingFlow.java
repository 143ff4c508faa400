package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The way of an action or snapshot: licensed, approved, sent, proven. What stands in the way is
/// asked.
final class ActingFlow {
    private final Moment moment;
    private final Step.Acting step;

    ActingFlow(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    List<Directive> next() {
        Optional<List<Directive>> decided = Decisions.obeyed(moment, step.id(), anythingSent());
        if (decided.isPresent()) {
            return decided.get();
        }
        Optional<List<Directive>> followed = new FailureFlow(moment, step).obeyed();
        if (followed.isPresent()) {
            return followed.get();
        }
        Optional<GateBook.Answer> approval =
                moment.state().gates().newest(step.id(), Gate.Kind.APPROVAL);
        if (approval.isPresent()) {
            Optional<List<Directive>> obeyed = obeyed(approval.get());
            if (obeyed.isPresent()) {
                return obeyed.get();
            }
        }
        return afterSending();
    }

    private Optional<List<Directive>> obeyed(GateBook.Answer approval) {
        Person by = approval.event().by();
        return switch (approval.event().choice()) {
            case Gate.YES -> {
                Sending sending = new Sending(moment, step, approval);
                yield sending.unsent().isEmpty() || superseded(approval)
                        ? Optional.empty()
                        : sending.afterWave().or(() -> Optional.of(sending.next()));
            }
            case "s" ->
                    Optional.of(
                            Settle.as(
                                    step.id(),
                                    anythingSent() ? StepOutcome.FAILED : StepOutcome.SKIPPED,
                                    List.of(by + " chose to go on without it")));
            default -> Optional.of(Settle.stop(by, "declined by " + by + " at " + step.id()));
        };
    }

    /// A person wants to send again where it did not succeed, or something else than was approved,
    /// and that asks for a new approval.
    private boolean superseded(GateBook.Answer approval) {
        long approved = approval.recorded().sequence();
        return moment.decided(step.id(), Decisions.RETRY) > approved
                || approval.gate().targets().stream()
                        .anyMatch(host ->
                                moment.state().amendments().sequence(step.id(), host) > approved);
    }

    private List<Directive> afterSending() {
        List<HostName> touched = Standing.present(moment, step);
        if (!Standing.those(moment, step, touched, Standing.InFlight.class).isEmpty()) {
            return List.of();
        }
        boolean inWaves = step.execution().spread().inWaves() && !touched.isEmpty();
        boolean moreToCome = inWaves && !leftOver().isEmpty();
        if (moreToCome) {
            Optional<List<Directive>> between = new Waves(moment, step).between(List.of());
            if (between.isPresent()) {
                return between.get();
            }
        }
        List<HostName> retried = new ArrayList<>();
        Map<HostName, String> failures = new LinkedHashMap<>();
        sortFailures(touched, retried, failures);
        return failures.isEmpty() || moreToCome
                ? candidates(touched, retried)
                : new FailureFlow(moment, step).failed(failures);
    }

    private void sortFailures(
            List<HostName> touched, List<HostName> retried, Map<HostName, String> failures) {
        for (HostName host : touched) {
            if (Standing.of(moment, step, host) instanceof Standing.Failed failed) {
                if (failed.since() < wantedAgain(host)) {
                    retried.add(host);
                } else {
                    failures.put(host, failed.reason());
                }
            }
        }
    }

    /// Sequence of the newest wish to send it to a host again, as it was or amended.
    private long wantedAgain(HostName host) {
        return Math.max(
                moment.decided(step.id(), Decisions.RETRY),
                moment.state().amendments().sequence(step.id(), host));
    }

    private List<Directive> candidates(List<HostName> touched, List<HostName> retried) {
        boolean first = !anythingSent();
        List<HostName> candidates = new ArrayList<>(retried);
        List<Directive> readings = readings(retried);
        if (!readings.isEmpty()) {
            return readings;
        }
        if (first) {
            candidates.addAll(moment.targets(step));
            if (candidates.isEmpty()) {
                return Decisions.selectsNobody(moment, step);
            }
        } else {
            candidates.addAll(leftOver());
            candidates.addAll(unprovenToRepeat(touched));
        }
        if (!candidates.isEmpty()) {
            return new Licensing(moment, step).next(candidates, first);
        }
        return touched.isEmpty()
                ? Settle.as(step.id(), StepOutcome.FAILED, FailureFlow.without(moment, step))
                : new Proving(moment, step, touched).next();
    }

    /// Of earlier attempts of which only a person said that they were not carried out.
    private List<Directive> readings(List<HostName> retried) {
        EarlierAttempt earlier = new EarlierAttempt(moment, step);
        return retried.stream()
                .flatMap(host -> earlier.readings(List.of(host), wantedAgain(host)).stream())
                .toList();
    }

    /// Hosts an approval named that were not reached before the run was interrupted.
    private List<HostName> leftOver() {
        return moment
                .state()
                .gates()
                .newestOpened(step.id(), Gate.Kind.APPROVAL)
                .map(Gate::targets)
                .orElse(List.of())
                .stream()
                .filter(host -> !moment.without(step.id(), host))
                .filter(host -> Standing.of(moment, step, host) instanceof Standing.Untouched)
                .toList();
    }

    /// A person wants it sent again although it was carried out, since the proof did not come.
    private List<HostName> unprovenToRepeat(List<HostName> touched) {
        long retry = moment.decided(step.id(), Decisions.RETRY);
        boolean begun = touched.stream().anyMatch(host -> endedAfter(host, retry));
        return touched.stream()
                .filter(host -> Standing.of(moment, step, host) instanceof Standing.Done)
                .filter(host -> !begun || amended(host))
                .filter(host ->
                        moment.state()
                                .actions()
                                .newest(step.id(), host, Purpose.ACT)
                                .filter(done -> done.endedSequence() < wantedAgain(host))
                                .filter(done -> proofCame(done) || named(host, done))
                                .isPresent())
                .toList();
    }

    /// Its proof was asked for since, whatever it said.
    private boolean proofCame(ActionProgress done) {
        return moment.state()
                .verified(step.id())
                .filter(verified -> verified.sequence() > done.endedSequence())
                .isPresent();
    }

    /// A person amended its command since, or wants it sent again since its wave is not proven.
    private boolean named(HostName host, ActionProgress done) {
        long ended = done.endedSequence();
        return moment.state().amendments().sequence(step.id(), host) > ended
                || moment.state().gates().answers().stream()
                        .filter(answer -> answer.recorded().sequence() > ended)
                        .filter(answer -> answer.gate().step().equals(step.id()))
                        .filter(answer -> answer.event().choice().equals(Decisions.RETRY))
                        .map(GateBook.Answer::gate)
                        .filter(gate -> gate.choice(Decisions.AGAIN).isPresent())
                        .anyMatch(gate -> gate.targets().contains(host));
    }

    private boolean amended(HostName host) {
        return moment.state().amendments().sequence(step.id(), host) > 0;
    }

    private boolean endedAfter(HostName host, long sequence) {
        return moment.state()
                .actions()
                .newest(step.id(), host, Purpose.ACT)
                .filter(progress -> progress.endedSequence() > sequence)
                .isPresent();
    }

    private boolean anythingSent() {
        return !Standing.touched(moment, step).isEmpty();
    }
}
