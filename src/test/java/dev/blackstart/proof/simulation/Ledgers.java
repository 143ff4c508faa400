package dev.blackstart.proof.simulation;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.HashSet;
import java.util.Set;

/// All that is kept of one run besides its sendings and gates.
final class Ledgers {
    private final WheelLedger wheel;
    private final TurnLedger turns;
    private final StepLedger steps;
    private final Set<String> owed = new HashSet<>();

    Ledgers(World world, RunId run) {
        this.wheel = new WheelLedger(world, run);
        this.turns = new TurnLedger(world, run);
        this.steps = new StepLedger(world, run);
    }

    WheelLedger wheel() {
        return wheel;
    }

    TurnLedger turns() {
        return turns;
    }

    /// Something is lent.
    boolean owes() {
        return !owed.isEmpty();
    }

    void saw(Recorded recorded) {
        wheel.saw(recorded);
        turns.saw(recorded);
        steps.saw(recorded);
        switch (recorded.event()) {
            case RunEvent.LoanTaken it -> owed.add(it.step() + " " + it.host());
            case RunEvent.LoanRepaid it -> owed.remove(it.step() + " " + it.host());
            default -> {}
        }
    }
}
