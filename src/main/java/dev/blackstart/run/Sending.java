package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Between a yes and the last host: takes the evidence again, compares what would run with what was
/// approved, saves what the action destroys, and sends; in waves, all of that before each wave.
final class Sending {
    private final Moment moment;
    private final Step.Acting step;
    private final Spread spread;
    private final GateBook.Answer approval;
    private final List<HostName> unsent;

    Sending(Moment moment, Step.Acting step, GateBook.Answer approval) {
        this.moment = moment;
        this.step = step;
        this.spread = step.execution().spread();
        this.approval = approval;
        this.unsent = notYetSent();
    }

    /// Approved hosts to which the action itself has not been sent under this approval and whose
    /// evidence could be saved or is being saved. What starts together does not start without one.
    List<HostName> unsent() {
        return unsent;
    }

    private List<HostName> notYetSent() {
        List<HostName> targets = approval.gate().targets();
        boolean oneLacks = targets.stream().anyMatch(this::couldNotBeSaved);
        if (spread.together() && oneLacks) {
            return List.of();
        }
        return targets.stream()
                .filter(host -> !moment.without(step.id(), host))
                .filter(host -> !amendedSince(host))
                .filter(host -> sent(host, Purpose.ACT).isEmpty())
                .filter(host -> !couldNotBeSaved(host))
                .toList();
    }

    private boolean couldNotBeSaved(HostName host) {
        return sent(host, Purpose.PRESERVE)
                .filter(preserved -> !preserved.inFlight() && !preserved.succeeded())
                .isPresent();
    }

    /// An approval does not cover a text that took the place of what it named.
    private boolean amendedSince(HostName host) {
        return moment.state().amendments().sequence(step.id(), host)
                > approval.recorded().sequence();
    }

    private Optional<ActionProgress> sent(HostName host, Purpose purpose) {
        return moment.state()
                .actions()
                .newest(step.id(), host, purpose)
                .filter(progress -> progress.intent().gate().equals(approval.gate().id()));
    }

    /// What has to happen before anything more is sent; empty when it may go.
    Optional<List<Directive>> afterWave() {
        Waves waves = new Waves(moment, step);
        return waves.between(waves.next(approval.gate(), unsent()));
    }

    List<Directive> next() {
        Waves waves = new Waves(moment, step);
        List<HostName> going = spread.inWaves() ? waves.next(approval.gate(), unsent()) : unsent();
        if (keeping(going)) {
            return preserve(going);
        }
        Licensing licensing = new Licensing(moment, step);
        Looking looking = Looking.once(moment, licensing.checks(), since());
        if (!looking.done()) {
            return looking.directives();
        }
        List<Directive> files = licensing.looks(begun() ? unsent() : candidates(), since());
        if (!files.isEmpty()) {
            return files;
        }
        EarlierAttempt earlier = new EarlierAttempt(moment, step);
        long approved = approval.recorded().sequence();
        List<Directive> readings = earlier.readings(unsent(), approved);
        if (!readings.isEmpty()) {
            return readings;
        }
        Optional<String> changed =
                earlier.contradicted(unsent(), approved).or(() -> changed(licensing));
        if (changed.isPresent()) {
            return Settle.record(new RunEvent.GateVoided(approval.gate().id(), changed.get()));
        }
        List<Directive> first = new Beforehand(moment, step, approval).next(going);
        if (!first.isEmpty()) {
            return first;
        }
        return spread.inWaves() ? wave(waves, going) : act(going);
    }

    /// Evidence is still to be saved somewhere; that only looks, and comes before the last look.
    private boolean keeping(List<HostName> going) {
        return !step.execution().preserve().isEmpty()
                && going.stream()
                        .anyMatch(host ->
                                sent(host, Purpose.PRESERVE)
                                        .filter(ActionProgress::succeeded)
                                        .isEmpty());
    }

    /// The yes, the end of saving the evidence, the last wave, or a person's last word, whichever
    /// is later.
    private long since() {
        long ended =
                moment.state().actions().all().stream()
                        .filter(progress -> progress.intent().gate().equals(approval.gate().id()))
                        .mapToLong(ActionProgress::endedSequence)
                        .reduce(approval.recorded().sequence(), Math::max);
        long said =
                moment.decision(step.id()).map(answer -> answer.recorded().sequence()).orElse(0L);
        return Math.max(said, Math.max(ended, moment.state().waves().lastSequence(step.id())));
    }

    private Optional<String> changed(Licensing licensing) {
        boolean begun = begun();
        return switch (licensing.weigh(begun ? unsent() : candidates())) {
            case Licensing.Result.Allowed allowed ->
                    difference(allowed.gate(), begun)
                            .map(what -> "what was approved is no longer what would run: " + what);
            case Licensing.Result.NotNeeded no ->
                    Optional.of("no longer needed: " + String.join("; ", no.reasons()));
            case Licensing.Result.Refused refused ->
                    Optional.of("no longer allowed: " + String.join("; ", refused.reasons()));
            case Licensing.Result.Blocked blocked ->
                    Optional.of("no longer known: " + String.join("; ", blocked.reasons()));
        };
    }

    private boolean begun() {
        return approval.gate().targets().stream()
                .anyMatch(host -> sent(host, Purpose.ACT).isPresent());
    }

    private List<HostName> candidates() {
        return moment.state().actions().all().stream()
                        .filter(p -> p.intent().purpose() == Purpose.ACT)
                        .anyMatch(p -> p.intent().action().step().equals(step.id()))
                ? approval.gate().targets()
                : moment.targets(step);
    }

    private Optional<String> difference(Gate now, boolean begun) {
        if (begun) {
            return new Remaining(approval.gate(), unsent()).changed(approval.gate(), now);
        }
        return now.digest().equals(approval.gate().digest())
                ? Optional.empty()
                : Optional.of(Difference.between(approval.gate(), now));
    }

    /// The wave, or as much of it as the quorum bears.
    private List<Directive> wave(Waves waves, List<HostName> wave) {
        List<HostName> going = wave;
        if (spread.keepQuorum()) {
            Quorum quorum = new Quorum(moment, step);
            going = quorum.bearable(wave, deadToo());
            if (going.isEmpty()) {
                return new WaveGates(moment, step)
                        .noMajority(wave, quorum.counts(wave), quorum.notLive(wave));
            }
        }
        List<Directive> directives = new ArrayList<>();
        directives.add(new Directive.Record(List.of(waves.begun(approval.gate(), going))));
        directives.addAll(act(going));
        return directives;
    }

    /// A person said so since the last wave.
    private boolean deadToo() {
        return moment.decided(step.id(), Decisions.NOT_LIVE)
                > Math.max(
                        approval.recorded().sequence(),
                        moment.state().waves().lastSequence(step.id()));
    }

    private List<Directive> act(List<HostName> going) {
        return going.stream()
                .map(host ->
                        sent(host, Purpose.PRESERVE)
                                .map(preserved -> preserved.intent().action())
                                .orElseGet(() -> Attempts.next(moment.state(), step.id(), host)))
                .map(action -> directive(action, Purpose.ACT, commands(action.host()).getLast()))
                .toList();
    }

    private List<Directive> preserve(List<HostName> going) {
        return going.stream()
                .filter(host -> sent(host, Purpose.PRESERVE).isEmpty())
                .map(host -> Attempts.next(moment.state(), step.id(), host))
                .map(action ->
                        directive(action, Purpose.PRESERVE, commands(action.host()).getFirst()))
                .toList();
    }

    /// As approved: what saves the evidence, if anything does, and the action.
    private List<Prepared> commands(HostName host) {
        return approval.gate().commands().stream()
                .filter(command -> command.host().equals(host))
                .toList();
    }

    private Directive directive(ActionKey action, Purpose purpose, Prepared prepared) {
        return new Directive.Act(
                action,
                purpose,
                prepared,
                approval.gate().id(),
                Digests.of(prepared),
                purpose == Purpose.ACT
                        ? new Undo(moment, step).revert(action.host())
                        : Optional.empty());
    }
}
