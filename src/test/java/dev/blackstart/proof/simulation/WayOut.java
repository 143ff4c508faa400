package dev.blackstart.proof.simulation;

import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Conductor;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tries every choice of a waiting run on a copy of its state.
final class WayOut {
    /// The last that was tried: where nothing was recorded since, it leads where it led.
    private record Asked(RunId run, GateId gate, long sequence) {}

    private final World world;
    private Optional<Asked> last = Optional.empty();

    WayOut(World world) {
        this.world = world;
    }

    void check(RunId run, Optional<Gate> open) {
        if (open.isEmpty()) {
            return;
        }
        Gate gate = open.get();
        Asked now = new Asked(run, gate.id(), world.home(run).disk().newest(run));
        if (last.filter(now::equals).isPresent()) {
            return;
        }
        last = Optional.of(now);
        if (gate.choices().stream().noneMatch(it -> it.key().equals(gate.fallback()))) {
            throw wrong(gate, "has no choice that does nothing");
        }
        if (after(run, gate, gate.choice(gate.fallback()).orElseThrow()).stream()
                .anyMatch(Directive.Act.class::isInstance)) {
            throw wrong(gate, "sends something when nothing is chosen");
        }
        if (looking(events(run))) {
            return;
        }
        for (Choice choice : gate.choices()) {
            boolean last = choice.key().equals(gate.fallback());
            if (!last && !moves(run, gate, choice)) {
                throw wrong(gate, "offers `" + choice.key() + "`, which leads nowhere");
            }
        }
    }

    /// Until a look that is under way has answered, a choice may have to wait for it.
    private static boolean looking(List<Recorded> events) {
        Set<String> underWay = new HashSet<>();
        for (Recorded recorded : events) {
            switch (recorded.event()) {
                case RunEvent.ObservationStarted it -> underWay.add(it.step() + " " + it.host());
                case RunEvent.Observed it -> underWay.remove(it.step() + " " + it.host());
                case RunEvent.InspectionStarted it -> underWay.add("inspect " + it.host());
                case RunEvent.Inspected it -> underWay.remove("inspect " + it.host());
                case RunEvent.OfTakingUp it -> underWay.clear();
                default -> {}
            }
        }
        return !underWay.isEmpty();
    }

    private boolean moves(RunId run, Gate gate, Choice choice) {
        return !after(run, gate, choice).isEmpty();
    }

    private List<Directive> after(RunId run, Gate gate, Choice choice) {
        List<Recorded> events = events(run);
        RunState state = RunState.fold(events);
        Instant at = events.getLast().at();
        RunEvent answer =
                new RunEvent.GateAnswered(
                        gate.id(),
                        gate.digest(),
                        choice.key(),
                        People.typed(gate, choice, gate.targets()),
                        "to see where it leads",
                        People.ALL.getFirst());
        state.apply(new Recorded(run, events.size() + 1, at, "", answer));
        return new Conductor(world.scenario(run).plan()).next(state, at);
    }

    private List<Recorded> events(RunId run) {
        try {
            return world.home(run).read(run);
        } catch (JournalException e) {
            throw new Violation(Invariant.CHAIN, e.getMessage());
        }
    }

    private static Violation wrong(Gate gate, String what) {
        return new Violation(Invariant.WAY_OUT, gate.headline() + " " + what);
    }
}
