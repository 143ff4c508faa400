package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Between a yes and the last host: takes the evidence again, compares what would run with what was
/// approved, saves what the action destroys, and sends.
final class Sending {
    private final Moment moment;
    private final Step.Acting step;
    private final GateBook.Answer approval;

    Sending(Moment moment, Step.Acting step, GateBook.Answer approval) {
        this.moment = moment;
        this.step = step;
        this.approval = approval;
    }

    /// Approved hosts to which the action itself has not been sent under this approval and whose
    /// evidence could be saved or is being saved.
    List<HostName> unsent() {
        return approval.gate().targets().stream()
                .filter(host -> sent(host, Purpose.ACT).isEmpty())
                .filter(host -> sent(host, Purpose.PRESERVE).filter(this::failed).isEmpty())
                .toList();
    }

    private boolean failed(ActionProgress preserved) {
        return !preserved.inFlight() && !preserved.succeeded();
    }

    private Optional<ActionProgress> sent(HostName host, Purpose purpose) {
        return moment.state()
                .actions()
                .newest(step.id(), host, purpose)
                .filter(progress -> progress.intent().gate().equals(approval.gate().id()));
    }

    List<Directive> next() {
        if (keeping()) {
            return send();
        }
        if (nothingSentYet()) {
            Licensing licensing = new Licensing(moment, step);
            Looking looking = Looking.once(moment, licensing.checks(), since());
            if (!looking.done()) {
                return looking.directives();
            }
            List<Directive> files = licensing.looks(candidates(), since());
            if (!files.isEmpty()) {
                return files;
            }
            Optional<String> changed = changed(licensing);
            if (changed.isPresent()) {
                return Settle.record(new RunEvent.GateVoided(approval.gate().id(), changed.get()));
            }
        }
        return send();
    }

    /// Evidence is still to be saved somewhere; that only looks, and comes before the last look.
    private boolean keeping() {
        return !step.execution().preserve().isEmpty()
                && unsent().stream()
                        .anyMatch(host ->
                                sent(host, Purpose.PRESERVE)
                                        .filter(ActionProgress::succeeded)
                                        .isEmpty());
    }

    /// The yes, or the end of saving the evidence, whichever is later.
    private long since() {
        return moment.state().actions().all().stream()
                .filter(progress -> progress.intent().gate().equals(approval.gate().id()))
                .mapToLong(ActionProgress::endedSequence)
                .reduce(approval.recorded().sequence(), Math::max);
    }

    private boolean nothingSentYet() {
        return moment.state().actions().all().stream()
                .filter(progress -> progress.intent().purpose() == Purpose.ACT)
                .noneMatch(progress -> progress.intent().gate().equals(approval.gate().id()));
    }

    private List<HostName> candidates() {
        return moment.state().actions().all().stream()
                        .filter(p -> p.intent().purpose() == Purpose.ACT)
                        .anyMatch(p -> p.intent().action().step().equals(step.id()))
                ? approval.gate().targets()
                : moment.targets(step.targets());
    }

    private Optional<String> changed(Licensing licensing) {
        return switch (licensing.weigh(candidates())) {
            case Licensing.Result.Allowed allowed ->
                    allowed.gate().digest().equals(approval.gate().digest())
                            ? Optional.empty()
                            : Optional.of(
                                    "what was approved is no longer what would run: "
                                            + Difference.between(approval.gate(), allowed.gate()));
            case Licensing.Result.NotNeeded no ->
                    Optional.of("no longer needed: " + String.join("; ", no.reasons()));
            case Licensing.Result.Refused refused ->
                    Optional.of("no longer allowed: " + String.join("; ", refused.reasons()));
            case Licensing.Result.Blocked blocked ->
                    Optional.of("no longer known: " + String.join("; ", blocked.reasons()));
        };
    }

    private List<Directive> send() {
        List<Directive> directives = new ArrayList<>();
        for (HostName host : unsent()) {
            Optional<ActionProgress> preserved = sent(host, Purpose.PRESERVE);
            if (!step.execution().preserve().isEmpty() && preserved.isEmpty()) {
                directives.add(preserve(host));
            } else if (!keeping() && (preserved.isEmpty() || preserved.get().succeeded())) {
                ActionKey action =
                        preserved
                                .map(progress -> progress.intent().action())
                                .orElseGet(() -> Attempts.next(moment.state(), step.id(), host));
                directives.add(act(action));
            }
        }
        return directives;
    }

    private Directive act(ActionKey action) {
        return directive(action, Purpose.ACT, commands(action.host()).getLast());
    }

    private Directive preserve(HostName host) {
        ActionKey action = Attempts.next(moment.state(), step.id(), host);
        return directive(action, Purpose.PRESERVE, commands(host).getFirst());
    }

    /// As approved: what saves the evidence, if anything does, and the action.
    private List<Prepared> commands(HostName host) {
        return approval.gate().commands().stream()
                .filter(command -> command.host().equals(host))
                .toList();
    }

    private Directive directive(ActionKey action, Purpose purpose, Prepared prepared) {
        return new Directive.Act(
                action, purpose, prepared, approval.gate().id(), Digests.of(prepared));
    }
}
