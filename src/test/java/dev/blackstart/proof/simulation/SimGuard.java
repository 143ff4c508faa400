package dev.blackstart.proof.simulation;

import dev.blackstart.transport.wrapper.Unwrapped;
import java.util.Optional;

/// What undoes one action on its host by itself, unless it is disarmed first: decided once.
final class SimGuard {
    private final Unwrapped.Guard guard;
    private boolean decided;
    private boolean fired;
    private Optional<Integer> reverted = Optional.empty();

    SimGuard(Unwrapped.Guard guard) {
        this.guard = guard;
    }

    long after() {
        return guard.after().toMillis();
    }

    Unwrapped.Carried undo() {
        return guard.undo();
    }

    /// @return whether it acts
    boolean fire() {
        if (decided) {
            return false;
        }
        decided = true;
        fired = true;
        return true;
    }

    /// It has not acted, and may.
    boolean armed() {
        return !decided;
    }

    boolean fired() {
        return fired;
    }

    void reverted(int exit) {
        reverted = Optional.of(exit);
    }

    /// How its undo ended.
    Optional<Integer> reverted() {
        return reverted;
    }

    /// @return what the wrapper says
    String disarm() {
        decided = true;
        if (!fired) {
            return "disarmed";
        }
        return reverted.map(exit -> "reverted " + exit).orElse("reverting");
    }
}
