package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The guards of one step: on each host a process that undoes the action by itself unless it is
/// disarmed first. The host decides once which of the two it was; here its word is asked for.
final class Guards {
    /// A host that does not answer is asked again so often.
    private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

    /// So long after it should have acted a guard has acted or is gone.
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /// A guard looks once a second, and a host may be slow.
    private static final Duration LATE = Duration.ofSeconds(10);

    private final Moment moment;
    private final Step.Acting step;

    Guards(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// The newest word on the newest attempt that ran, as a `GuardAnswered`.
    private Optional<Recorded> said(HostName host) {
        return TakenBack.ran(moment, step, host)
                .flatMap(act -> moment.state().guard(act.intent().action()));
    }

    private static RunEvent.GuardAnswered event(Recorded said) {
        return (RunEvent.GuardAnswered) said.event();
    }

    /// An action ran there, and whether its guard acts is not decided as far as known.
    boolean armed(HostName host) {
        return step.execution().autoRevert().isPresent()
                && TakenBack.ran(moment, step, host).isPresent()
                && said(host).filter(said -> event(said).word().last()).isEmpty();
    }

    /// About when the host undoes it by itself.
    Optional<Instant> actsAt(HostName host) {
        return TakenBack.ran(moment, step, host)
                .flatMap(ActionProgress::endedAt)
                .flatMap(ended -> step.execution().autoRevert().map(ended::plus));
    }

    /// May its host still undo it by itself, for all that is known? Whether it answers or not, that
    /// ends some time after its undo has had its time.
    boolean mayAct(HostName host) {
        return armed(host) && over(host).filter(at -> !moment.now().isBefore(at)).isEmpty();
    }

    private Optional<Instant> over(HostName host) {
        return actsAt(host).map(at -> at.plus(step.targets().timeout()).plus(MARGIN));
    }

    /// The hosts of the run that may still undo something of it by themselves.
    static List<HostName> mayAct(Moment moment) {
        if (moment.plan().mode() != Mode.LIVE) {
            return List.of(); // a drill's hosts end with its world
        }
        return moment.plan().runbook().steps().stream()
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast)
                .flatMap(step ->
                        TakenBack.ranOn(moment, step).stream()
                                .filter(new Guards(moment, step)::mayAct))
                .distinct()
                .toList();
    }

    /// Asks each armed guard of the run once what it has done, now that it must have begun.
    ///
    /// @param since the event since when
    static List<Directive> whatTheyDid(Moment moment, long since) {
        List<Directive> directives = new ArrayList<>();
        for (Step step : moment.plan().runbook().steps()) {
            if (step instanceof Step.Acting acting) {
                Guards guards = new Guards(moment, acting);
                TakenBack.ranOn(moment, acting).stream()
                        .filter(guards::armed)
                        .filter(guards::hasBegun)
                        .filter(host ->
                                guards.said(host).filter(it -> it.sequence() > since).isEmpty())
                        .forEach(host -> directives.add(guards.disarm(host)));
            }
        }
        return directives;
    }

    /// A guard that is asked before would be disarmed by that.
    private boolean hasBegun(HostName host) {
        return actsAt(host).filter(at -> moment.now().isAfter(at.plus(LATE))).isPresent();
    }

    /// What disarms the guards of these hosts; empty when each has said its last word.
    List<Directive> disarm(List<HostName> hosts) {
        List<Directive> directives = new ArrayList<>();
        hosts.stream().filter(this::armed).forEach(host -> directives.add(disarm(host)));
        return directives;
    }

    private Directive disarm(HostName host) {
        Optional<Instant> due = said(host).map(said -> said.at().plus(ASK_AGAIN));
        if (due.isPresent() && moment.now().isBefore(due.get())) {
            return new Directive.WaitUntil(due.get());
        }
        ActionKey action = TakenBack.ran(moment, step, host).orElseThrow().intent().action();
        return new Directive.Disarm(action, rights(host));
    }

    private Prepared rights(HostName host) {
        return new Prepared(
                host,
                "disarm",
                "",
                Map.of(),
                step.execution().command().sudo(),
                Optional.empty(),
                Duration.ofSeconds(20),
                1 << 16);
    }

    /// Hosts that could not be asked for so long that their guards have acted or are gone.
    List<HostName> silent(List<HostName> hosts) {
        long again = moment.decided(step.id(), Decisions.AGAIN);
        return hosts.stream()
                .filter(this::armed)
                .filter(host -> said(host).filter(said -> said.sequence() > again).isPresent())
                .filter(host ->
                        actsAt(host)
                                .filter(at -> moment.now().isAfter(at.plus(MARGIN)))
                                .isPresent())
                .toList();
    }

    /// Hosts that did not answer since an event.
    List<HostName> silentSince(List<HostName> hosts, long sequence) {
        return hosts.stream()
                .filter(this::armed)
                .filter(host ->
                        said(host)
                                .filter(said -> said.sequence() > sequence)
                                .filter(said -> event(said).word() == GuardWord.NO_ANSWER)
                                .isPresent())
                .toList();
    }

    /// Sequence of the newest word that a guard is gone: nothing undoes it any more, and only a
    /// proof newer than that shows that nothing had.
    long goneSequence(List<HostName> hosts) {
        return hosts.stream()
                .flatMap(host -> said(host).stream())
                .filter(said -> event(said).word() == GuardWord.GONE)
                .mapToLong(Recorded::sequence)
                .max()
                .orElse(0);
    }

    /// One sentence a host whose guard is still armed.
    List<String> sentences() {
        return TakenBack.ranOn(moment, step).stream()
                .filter(this::armed)
                .map(this::sentence)
                .toList();
    }

    /// For whoever is asked to approve the undo that those guards carry too.
    List<String> beforeUndo(List<HostName> hosts) {
        return hosts.stream()
                .filter(this::armed)
                .map(host ->
                        sentence(host)
                                + "; the host is asked after the yes, before anything is sent")
                .toList();
    }

    private String sentence(HostName host) {
        String when =
                actsAt(host)
                        .map(at -> "at about " + at.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("in time");
        return actsAt(host).filter(moment.now()::isAfter).isPresent()
                ? "%s was to undo %s by itself %s; whether it has is not known here"
                        .formatted(host, step.id(), when)
                : "%s undoes %s by itself %s, unless it is confirmed before"
                        .formatted(host, step.id(), when);
    }

    /// Every guard of the run that is still armed, one sentence each.
    static List<String> open(Moment moment) {
        return moment.plan().runbook().steps().stream()
                .filter(Step.Acting.class::isInstance)
                .flatMap(step -> new Guards(moment, (Step.Acting) step).sentences().stream())
                .toList();
    }

    /// What the guard did to the action, when that takes its success away.
    static Optional<Standing.Failed> trouble(RunState state, ActionKey action) {
        return state.guard(action)
                .flatMap(said ->
                        switch (event(said).word()) {
                            case REVERTED ->
                                    Optional.of(
                                            new Standing.Failed(
                                                    "the host undid it by itself before it was"
                                                            + " confirmed",
                                                    said.sequence()));
                            case REVERT_FAILED ->
                                    Optional.of(
                                            new Standing.Failed(
                                                    "the host tried to undo it by itself, and that"
                                                            + " failed: "
                                                            + event(said).reason(),
                                                    said.sequence()));
                            case DISARMED, REVERTING, GONE, NO_ANSWER -> Optional.empty();
                        });
    }

    /// What became of a step that was sent and is left as it is.
    static StepOutcome left(Moment moment, StepId id) {
        Optional<Step.Acting> step =
                moment.plan()
                        .runbook()
                        .step(id)
                        .filter(Step.Acting.class::isInstance)
                        .map(Step.Acting.class::cast);
        List<HostName> ran = step.map(it -> TakenBack.ranOn(moment, it)).orElse(List.of());
        boolean reverted =
                !ran.isEmpty()
                        && ran.stream()
                                .allMatch(host ->
                                        new Guards(moment, step.orElseThrow())
                                                .said(host)
                                                .filter(said ->
                                                        event(said).word() == GuardWord.REVERTED)
                                                .isPresent());
        return reverted ? StepOutcome.REVERTED : StepOutcome.FAILED;
    }
}
