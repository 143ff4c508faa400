package dev.blackstart.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What hosts said of actions while those were at work, and who was asked about them. A process
/// that takes the run up looks and asks anew.
public final class WorkBook {
    private final Map<ActionBook.Key, Recorded> seen = new HashMap<>();
    private final Map<ActionBook.Key, GateId> asked = new HashMap<>();
    private final Set<GateId> told = new HashSet<>();
    private final Map<ActionBook.Key, Recorded> answers = new HashMap<>();

    WorkBook() {}

    void said(Recorded recorded, RunEvent.OfWork said) {
        switch (said) {
            case RunEvent.AtWork event -> seen(recorded, event);
            case RunEvent.StopTold event -> told(recorded, event);
        }
    }

    private void seen(Recorded recorded, RunEvent.AtWork event) {
        seen.put(new ActionBook.Key(event.action(), event.purpose()), recorded);
    }

    /// Where it did not come to an end by that, a person is asked once more.
    private void told(Recorded recorded, RunEvent.StopTold event) {
        told.add(event.gate());
        ActionBook.Key key = new ActionBook.Key(event.action(), event.purpose());
        if (asked.remove(key, event.gate())) {
            answers.put(key, recorded);
        }
    }

    /// A gate about something at work is about the newest of its step on its host.
    void opened(Gate gate, ActionBook actions) {
        if (gate.kind() == Gate.Kind.WORK) {
            actions.all().stream()
                    .filter(progress -> progress.inFlight() || progress.unknown())
                    .map(ActionProgress::intent)
                    .filter(intent -> intent.action().step().equals(gate.step()))
                    .filter(intent -> gate.targets().contains(intent.action().host()))
                    .reduce((older, newer) -> newer)
                    .ifPresent(intent ->
                            asked.put(
                                    new ActionBook.Key(intent.action(), intent.purpose()),
                                    gate.id()));
        }
    }

    void takenUp() {
        seen.clear();
        asked.clear();
    }

    /// The newest look at it; the event is an `AtWork`.
    Optional<Recorded> seen(ActionProgress progress) {
        return Optional.ofNullable(seen.get(key(progress)));
    }

    /// The gate at which a person is or was asked about it.
    Optional<GateId> asked(ActionProgress progress) {
        return Optional.ofNullable(asked.get(key(progress)));
    }

    /// Was the host told to stop what the gate is about?
    boolean told(GateId gate) {
        return told.contains(gate);
    }

    /// When the host was told to stop it, which has not ended it; the event is a `StopTold`.
    Optional<Recorded> toldToStop(ActionProgress progress) {
        return Optional.ofNullable(answers.get(key(progress)));
    }

    private static ActionBook.Key key(ActionProgress progress) {
        return new ActionBook.Key(progress.intent().action(), progress.intent().purpose());
    }
}
