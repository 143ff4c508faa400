package dev.blackstart.run;

import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Truth;
import java.util.List;

/// The verdicts of all hypotheses at one moment, to be recorded when a block of checks or a
/// question ends. Those of a called runbook get theirs while it is under way.
final class Verdicts {
    private Verdicts() {}

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
