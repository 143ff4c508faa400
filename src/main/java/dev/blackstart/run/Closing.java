package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The verdict of a run at its end.
final class Closing {
    private final Moment moment;

    Closing(Moment moment) {
        this.moment = moment;
    }

    /// Every step has settled.
    List<Directive> atTheEnd() {
        List<String> reasons = new ArrayList<>(NeedsFlow.missing(moment.state()));
        reasons.addAll(unknown());
        reasons.addAll(leftOver());
        reasons.addAll(moment.state().departures().sentences());
        return close(verdict(), reasons);
    }

    /// A person stopped it; what is unknown outweighs that.
    List<Directive> stopped(RunEvent.StopRequested stop) {
        List<String> reasons = new ArrayList<>(List.of(stop.reason()));
        reasons.addAll(unknown());
        moment.plan().runbook().steps().stream()
                .filter(step -> moment.state().settled(step.id()).isEmpty())
                .flatMap(step -> Headcount.leftOut(moment, step).stream())
                .forEach(reasons::add);
        reasons.addAll(leftOver());
        if (moment.state().firstClosed().isPresent()) {
            return close(afterwards(), reasons);
        }
        return close(unknowns() ? Verdict.WITH_UNKNOWNS : Verdict.STOPPED, reasons);
    }

    private List<String> unknown() {
        return moment.state().actions().unknown().stream()
                .map(progress -> progress.intent().action() + ": outcome unknown")
                .toList();
    }

    /// A run that was opened again to repay its loans: it ended as it had, but for the loans.
    ///
    /// @param open what was not repaid and why
    RunEvent repaid(List<String> open) {
        List<String> reasons = new ArrayList<>(open);
        reasons.addAll(leftOver());
        return closed(afterwards(), reasons);
    }

    /// A run that was opened again to find out what was unknown.
    List<Directive> reconciled() {
        List<String> reasons = new ArrayList<>();
        for (ActionProgress progress : moment.state().actions().all()) {
            progress.resolvedBy()
                    .ifPresent(by ->
                            reasons.add(
                                    "%s: %s (%s)"
                                            .formatted(
                                                    progress.intent().action(),
                                                    Standing.how(progress),
                                                    by.name().toLowerCase(Locale.ROOT))));
            if (progress.unknown()) {
                reasons.add(progress.intent().action() + ": outcome unknown");
            }
        }
        reasons.addAll(leftOver());
        return close(afterwards(), reasons);
    }

    /// As the run had ended, but for what is repaid and known since.
    private Verdict afterwards() {
        if (unknowns()) {
            return Verdict.WITH_UNKNOWNS;
        }
        if (moment.firstUnsettled(moment.plan().runbook().steps()).isEmpty()) {
            return verdict();
        }
        Verdict before =
                moment.state().firstClosed().map(RunEvent.Closed::verdict).orElse(Verdict.STOPPED);
        return switch (before) {
            case RECOVERED_WITH_LOANS, PARTIAL -> recovered();
            case WITH_UNKNOWNS -> Verdict.STOPPED;
            case RECOVERED, NOT_NEEDED, STILL_BROKEN, UNDECIDED, STOPPED, DIAGNOSED -> before;
        };
    }

    private Verdict recovered() {
        if (!LeftBehind.in(moment.state()).isEmpty()) {
            return Verdict.PARTIAL;
        }
        return moment.state().loans().open().isEmpty()
                ? Verdict.RECOVERED
                : Verdict.RECOVERED_WITH_LOANS;
    }

    /// What is still at work on hosts when the run ends, and what is owed there.
    private List<String> leftOver() {
        List<String> sentences = new ArrayList<>(Releases.open(moment.plan(), moment.state()));
        sentences.addAll(Guards.open(moment));
        for (OpenLoan loan : moment.state().loans().open()) {
            sentences.add(
                    "loan %s on %s, due %s; blackstart loans repay takes it back with %s"
                            .formatted(loan.step(), loan.host(), loan.due(), loan.repay()));
        }
        return sentences;
    }

    /// A diagnosis or rehearsal has seen all it wanted.
    List<Directive> diagnosed() {
        return close(undecided() ? Verdict.UNDECIDED : Verdict.DIAGNOSED, silent());
    }

    private List<Directive> close(Verdict verdict, List<String> reasons) {
        return Settle.record(closed(verdict, reasons));
    }

    /// With the hosts that stay locked, since something of the run may be at work there, or be
    /// undone by a guard.
    private RunEvent closed(Verdict verdict, List<String> reasons) {
        List<HostName> unknown =
                moment.state().actions().unknown().stream()
                        .map(progress -> progress.intent().action().host())
                        .distinct()
                        .toList();
        List<HostName> armed = new ArrayList<>(Guards.mayAct(moment));
        armed.removeAll(unknown);
        List<String> all = new ArrayList<>(reasons);
        if (!unknown.isEmpty()) {
            all.add("locked until that is known: " + Words.hosts(unknown));
        }
        if (!armed.isEmpty()) {
            all.add(
                    "locked until that is over, which blackstart reconcile finds out then: "
                            + Words.hosts(armed));
        }
        List<HostName> locked = Stream.concat(unknown.stream(), armed.stream()).toList();
        return new RunEvent.Closed(verdict, all, moment.now(), locked);
    }

    private Verdict verdict() {
        if (unknowns()) {
            return Verdict.WITH_UNKNOWNS;
        }
        if (!NeedsFlow.missing(moment.state()).isEmpty()) {
            return Verdict.STILL_BROKEN;
        }
        if (moment.plan().mode() == Mode.REHEARSAL) {
            return undecided() ? Verdict.UNDECIDED : Verdict.DIAGNOSED;
        }
        LeftUndone left = new LeftUndone(moment);
        if (left.failed()
                || any(StepOutcome.UNDONE, Step.class)
                || any(StepOutcome.REVERTED, Step.class)) {
            return Verdict.STILL_BROKEN;
        }
        boolean undecided = any(StepOutcome.UNDECIDED, Step.Acting.class);
        if (cured() || any(StepOutcome.FAILED, Step.class)) {
            return undecided || left.any() ? Verdict.PARTIAL : recovered();
        }
        if (any(StepOutcome.SKIPPED, Step.Acting.class)
                || any(StepOutcome.SKIPPED, Step.Manual.class)) {
            return Verdict.STOPPED;
        }
        if (undecided) {
            return Verdict.UNDECIDED;
        }
        if (any(StepOutcome.REFUSED, Step.Acting.class)) {
            if (someUndecided() || nobodyAnswered()) {
                return Verdict.UNDECIDED;
            }
            return someConfirmed() || left.refused() ? Verdict.STILL_BROKEN : Verdict.NOT_NEEDED;
        }
        return undecided() ? Verdict.UNDECIDED : Verdict.NOT_NEEDED;
    }

    /// No check was answered by any host, so nothing is known to be broken.
    private boolean nobodyAnswered() {
        List<Step> checks =
                moment.plan().runbook().steps().stream()
                        .filter(Step.Check.class::isInstance)
                        .toList();
        return !checks.isEmpty()
                && checks.stream()
                        .flatMap(
                                check -> moment.state().evidence().of(check.id()).values().stream())
                        .noneMatch(seen -> seen.observation() instanceof Observation.Seen);
    }

    /// Something that repairs was done: an action, a manual step that was proven, or, in a runbook
    /// that only takes snapshots, a snapshot.
    private boolean cured() {
        boolean onlySnapshots =
                moment.plan().runbook().steps().stream().noneMatch(Step.Action.class::isInstance);
        return any(StepOutcome.SUCCEEDED, Step.Action.class)
                || moment.plan().runbook().steps().stream()
                        .filter(Step.Manual.class::isInstance)
                        .map(Step.Manual.class::cast)
                        .filter(manual -> manual.verify().isPresent())
                        .anyMatch(manual -> moment.settledAs(manual, StepOutcome.SUCCEEDED))
                || onlySnapshots && any(StepOutcome.SUCCEEDED, Step.Snapshot.class);
    }

    private boolean unknowns() {
        return !moment.state().actions().unknown().isEmpty();
    }

    private boolean any(StepOutcome outcome, Class<? extends Step> kind) {
        return moment.plan().runbook().steps().stream()
                .filter(kind::isInstance)
                .anyMatch(step -> moment.settledAs(step, outcome));
    }

    /// There are hypotheses, none is confirmed, and some could still be.
    private boolean undecided() {
        if (moment.hypotheses().isEmpty()) {
            return moment.plan().mode() != Mode.LIVE
                    && moment.plan().mode() != Mode.DRILL
                    && !silent().isEmpty();
        }
        return someUndecided() && !someConfirmed();
    }

    private boolean someConfirmed() {
        return moment.hypotheses().stream()
                .map(Hypothesis::name)
                .anyMatch(name -> verdict(name) == HypothesisVerdict.CONFIRMED);
    }

    /// The hosts that did not answer a check, one sentence a check.
    private List<String> silent() {
        List<String> sentences = new ArrayList<>();
        for (Step step : moment.plan().runbook().steps()) {
            if (step instanceof Step.Check check) {
                List<HostName> hosts =
                        moment.plan().inventory().hosts().keySet().stream()
                                .filter(host -> silent(check, host))
                                .toList();
                if (!hosts.isEmpty()) {
                    sentences.add(check.id() + ": no answer from " + all(hosts));
                }
            }
        }
        return sentences;
    }

    private static String all(List<HostName> hosts) {
        String few = Words.fewHosts(hosts);
        return few.equals(Words.hosts(hosts)) ? few : few + "; blackstart evidence names them";
    }

    private boolean silent(Step.Check check, HostName host) {
        return moment.state()
                .evidence()
                .of(check.id(), host)
                .filter(evidence -> evidence.observation() instanceof Observation.NoAnswer)
                .isPresent();
    }

    private boolean someUndecided() {
        return moment.hypotheses().stream()
                .map(Hypothesis::name)
                .anyMatch(name -> verdict(name) == HypothesisVerdict.UNDECIDED);
    }

    /// The verdict last recorded; a cure of ours may have voided it since, and that decides nothing
    /// anew.
    private HypothesisVerdict verdict(HypothesisName name) {
        return moment.state()
                .established(name)
                .map(recorded -> ((RunEvent.Established) recorded.event()).verdict())
                .orElse(HypothesisVerdict.UNDECIDED);
    }
}
