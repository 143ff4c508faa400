package dev.blackstart.proof.simulation;

import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who may answer the gates of one run: whoever took it up or sits at its process, and after a
/// hand-over nobody but the one who accepted it.
final class WheelLedger {
    private final World world;
    private final RunId run;
    private final Map<GateId, Gate> gates = new HashMap<>();
    private Optional<Person> holder = Optional.empty();
    private Optional<RunEvent.WheelOffered> offer = Optional.empty();
    private boolean handed;

    WheelLedger(World world, RunId run) {
        this.world = world;
        this.run = run;
    }

    Optional<Person> holder() {
        return holder;
    }

    Optional<RunEvent.WheelOffered> offer() {
        return offer;
    }

    void saw(Recorded recorded) {
        switch (recorded.event()) {
            case RunEvent.RunOpened it -> begins(it.by());
            case RunEvent.RunResumed it -> begins(it.by());
            case RunEvent.ReconcileBegun it -> begins(it.by());
            case RunEvent.Reopened it -> begins(it.by());
            case RunEvent.GateOpened it -> gates.put(it.gate().id(), it.gate());
            case RunEvent.GateAnswered it -> answered(it);
            case RunEvent.WheelOffered it -> {
                if (holder.filter(it.from()::equals).isEmpty()) {
                    throw wrong(it.from() + " offered what " + holder + " has");
                }
                offer = Optional.of(it);
            }
            case RunEvent.WheelDeclined it -> {
                offered(it.by());
                offer = Optional.empty();
            }
            case RunEvent.WheelTaken it -> {
                offered(it.by());
                holder = Optional.of(it.by());
                handed = true;
                offer = Optional.empty();
            }
            default -> {}
        }
    }

    private void begins(Person by) {
        holder = Optional.of(by);
        offer = Optional.empty();
        handed = false;
    }

    private void offered(Person by) {
        if (offer.filter(it -> it.to().equals(by)).isEmpty()) {
            throw wrong(by + " answered an offer to " + offer);
        }
    }

    private void answered(RunEvent.GateAnswered answer) {
        Gate gate = Optional.ofNullable(gates.get(answer.gate())).orElseThrow();
        boolean mine = holder.filter(answer.by()::equals).isPresent();
        boolean here = !handed && world.saidHere(run, answer.gate(), answer.by());
        boolean denies = gate.yes(Gate.YES) && answer.choice().equals(gate.fallback());
        boolean second = gate.people() > 1 && (gate.yes(answer.choice()) || denies);
        if (!mine && !here && !second) {
            throw wrong(
                    "%s answered gate %s, and %s has them"
                            .formatted(answer.by(), answer.gate(), holder));
        }
    }

    private static Violation wrong(String what) {
        return new Violation(Invariant.APPROVED, what);
    }
}
