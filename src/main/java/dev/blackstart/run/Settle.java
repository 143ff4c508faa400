package dev.blackstart.run;

import dev.blackstart.runbook.StepId;
import java.util.List;

/// The short forms of the facts that end or stop things.
final class Settle {
    private Settle() {}

    static List<Directive> as(StepId step, StepOutcome outcome, List<String> reasons) {
        return record(new RunEvent.StepSettled(step, outcome, reasons));
    }

    static List<Directive> stop(Person by, String reason) {
        return record(new RunEvent.StopRequested(by, reason));
    }

    static List<Directive> record(RunEvent event) {
        return List.of(new Directive.Record(List.of(event)));
    }

    static List<Directive> open(Gate gate) {
        return record(new RunEvent.GateOpened(gate));
    }
}
