package dev.blackstart.run;

import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.util.List;

/// The verdicts of all hypotheses at one moment, to be recorded when a block of checks or a
/// question ends. Those of a called runbook get theirs while it is under way.
final class Verdicts {
    private Verdicts() {}

    /// A person had the evidence for a step taken again: the verdicts that were open until then and
    /// are decided on it. The step may go by them, so they are told before it does.
    static List<Directive> decidedSinceRecheck(Moment moment, StepId step) {
        long asked = moment.decided(step, Decisions.RECHECK);
        if (asked == 0) {
            return List.of();
        }
        List<RunEvent> decided =
                of(moment).stream().filter(verdict -> wasOpen(moment, verdict, asked)).toList();
        return decided.isEmpty() ? List.of() : List.of(new Directive.Record(decided));
    }

    private static boolean wasOpen(Moment moment, RunEvent verdict, long asked) {
        return verdict instanceof RunEvent.Established it
                && it.verdict() != HypothesisVerdict.UNDECIDED
                && moment.state()
                        .established(it.hypothesis())
                        .filter(told -> told.sequence() < asked)
                        .filter(told ->
                                told.event() instanceof RunEvent.Established before
                                        && before.verdict() == HypothesisVerdict.UNDECIDED)
                        .isPresent();
    }

    static List<RunEvent> of(Moment moment) {
        return moment.hypotheses().stream()
                .map(Hypothesis::name)
                .filter(name -> name.call().flatMap(moment.state()::settled).isEmpty())
                .filter(name -> moment.facts().established(name).truth() != Truth.TRUE)
                .<RunEvent>map(name -> {
                    Explained weighed = moment.facts().hypothesis(name);
                    return new RunEvent.Established(
                            name, Weighing.verdict(weighed), weighed.reasons());
                })
                .toList();
    }
}
