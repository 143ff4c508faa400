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
            Optional<String> changed = changed(licensing);
            if (changed.isPresent()) {
                return Settle.record(new RunEvent.GateVoided(approval.gate().id(), changed.get()));
            }
        }
        return hindered()
                .map(why -> Settle.record(new RunEvent.GateVoided(approval.gate().id(), why)))
                .orElseGet(this::send);
    }

    /// Why it cannot be sent everywhere it was approved for.
    private Optional<String> hindered() {
        List<HostName> unsent = unsent();
        List<HostName> silent =
                new Guards(moment, step).silentSince(unsent, approval.recorded().sequence());
        if (!silent.isEmpty()) {
            return Optional.of(
                    "what undoes it by itself on %s could not be disarmed first"
                            .formatted(silent.getFirst()));
        }
        for (HostName host : unsent) {
            Optional<LoanBook.Captured> captured = original(host);
            if (captured.isPresent() && captured.get().value().isEmpty()) {
                return Optional.of(
                        "the value it changes could not be captured on %s: %s"
                                .formatted(host, captured.get().reason()));
            }
        }
        return Optional.empty();
    }

    /// The original, looked at since the yes.
    private Optional<LoanBook.Captured> original(HostName host) {
        return new Captures(moment, step)
                .since(host, CaptureTime.ORIGINAL, approval.recorded().sequence());
    }

    /// What comes before the action on a host: an older guard is disarmed, and the value that is
    /// lent is captured, unless it is lent already.
    private List<Directive> first(HostName host) {
        Guards guards = new Guards(moment, step);
        if (guards.armed(host)) {
            return guards.disarm(List.of(host));
        }
        Captures captures = new Captures(moment, step);
        return captures.wanted()
                        && !moment.state().loans().open(step.id(), host)
                        && original(host).isEmpty()
                ? captures.look(host, CaptureTime.ORIGINAL)
                : List.of();
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

    private Optional<String> changed(Licensing licensing) {
        List<HostName> candidates =
                moment.state().actions().all().stream()
                                .filter(p -> p.intent().purpose() == Purpose.ACT)
                                .anyMatch(p -> p.intent().action().step().equals(step.id()))
                        ? approval.gate().targets()
                        : moment.targets(step.targets());
        return switch (licensing.weigh(candidates)) {
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
                List<Directive> first = first(host);
                directives.addAll(first.isEmpty() ? List.of(act(host, preserved)) : first);
            }
        }
        return directives;
    }

    private Directive act(HostName host, Optional<ActionProgress> preserved) {
        ActionKey action =
                preserved
                        .map(progress -> progress.intent().action())
                        .orElseGet(() -> Attempts.next(moment.state(), step.id(), host));
        return directive(
                action, Purpose.ACT, commands(host).getLast(), new Undo(moment, step).revert(host));
    }

    private Directive preserve(HostName host) {
        ActionKey action = Attempts.next(moment.state(), step.id(), host);
        return directive(action, Purpose.PRESERVE, commands(host).getFirst(), Optional.empty());
    }

    /// As approved: what saves the evidence, if anything does, and the action.
    private List<Prepared> commands(HostName host) {
        return approval.gate().commands().stream()
                .filter(command -> command.host().equals(host))
                .toList();
    }

    private Directive directive(
            ActionKey action, Purpose purpose, Prepared prepared, Optional<Revert> revert) {
        return new Directive.Act(
                action, purpose, prepared, approval.gate().id(), Digests.of(prepared), revert);
    }
}
