package dev.blackstart.proof.simulation;

import dev.blackstart.run.Digests;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.StepId;

/// Every sending has a live approval of the very same command by as many people as it needs.
final class Approvals {
    private Approvals() {}

    static void check(Scenario scenario, GateLedger gates, RunEvent.Dispatched event) {
        if (event.purpose() == Purpose.RELEASE) {
            release(scenario, gates, event);
            return;
        }
        GateLedger.Page page =
                gates.page(event.gate())
                        .orElseThrow(() -> wrong(event, "for a gate that was never opened"));
        Gate gate = page.gate();
        if (page.voided()) {
            throw wrong(event, "after its gate had lost its force");
        }
        if (page.over()) {
            throw new Violation(
                    Invariant.IN_TIME, event.action() + " is sent for a gate whose time was over");
        }
        if (event.purpose() == Purpose.UNDO && gate.kind() != Gate.Kind.UNDO
                || event.purpose() == Purpose.ACT && gate.kind() != Gate.Kind.APPROVAL) {
            throw wrong(event, "for a gate of kind " + gate.kind());
        }
        int people = people(scenario, event, gate);
        if (page.yes().size() < people) {
            throw wrong(event, "with the yes of " + page.yes() + ", and it needs " + people);
        }
        boolean shown =
                gate.commands().stream()
                        .filter(it -> it.host().equals(event.action().host()))
                        .anyMatch(it -> Digests.of(it).equals(event.digest()));
        if (!shown) {
            throw wrong(event, "and its command is not the one that was shown");
        }
    }

    /// The yes to the step after which a cure is no longer needed covers its end.
    private static void release(Scenario scenario, GateLedger gates, RunEvent.Dispatched event) {
        StepId after =
                scenario.acting(event.action().step()).execution().release().orElseThrow().after();
        if (gates.pages().stream()
                .filter(page -> page.gate().step().equals(after))
                .filter(page -> !page.voided())
                .noneMatch(page -> page.yes().size() >= page.gate().people())) {
            throw wrong(event, "without a yes to " + after + " in force");
        }
    }

    private static int people(Scenario scenario, RunEvent.Dispatched event, Gate gate) {
        boolean forGood =
                scenario.acting(event.action().step()).execution().risk() == Risk.IRREVERSIBLE
                        && event.purpose() == Purpose.ACT;
        return Math.max(forGood ? 2 : 1, gate.people());
    }

    private static Violation wrong(RunEvent.Dispatched event, String what) {
        return new Violation(Invariant.APPROVED, event.action() + " is sent " + what);
    }
}
