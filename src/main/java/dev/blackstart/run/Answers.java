package dev.blackstart.run;

import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Value;

/// Turns a person's answer into the value of its finding.
final class Answers {
    private Answers() {}

    static Value value(Runbook runbook, RunEvent.Answered answered) {
        boolean yesOrNo =
                runbook.step(answered.step())
                        .filter(Step.Ask.class::isInstance)
                        .map(Step.Ask.class::cast)
                        .filter(Step.Ask::yesOrNo)
                        .isPresent();
        return yesOrNo
                ? new Value.Bool(answered.answer().equals("yes"))
                : new Value.Words(answered.answer());
    }
}
