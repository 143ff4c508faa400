package dev.blackstart.run;

import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The gates of the run: at most one is open; each answer belongs to one gate and one digest.
public final class GateBook {
    /// An answered gate.
    public record Answer(Gate gate, RunEvent.GateAnswered event, Recorded recorded) {}

    private final Map<GateId, Gate> gates = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private Optional<Gate> open = Optional.empty();

    GateBook() {}

    void opened(Gate gate) {
        gates.put(gate.id(), gate);
        open = Optional.of(gate);
    }

    void answered(Recorded recorded, RunEvent.GateAnswered event) {
        Gate gate = gates.get(event.gate());
        if (gate != null && open.filter(gate::equals).isPresent()) {
            open = Optional.empty();
            answers.add(new Answer(gate, event, recorded));
        }
    }

    void voided(RunEvent.GateVoided event) {
        open = open.filter(gate -> !gate.id().equals(event.gate()));
        answers.removeIf(answer -> answer.gate().id().equals(event.gate()));
    }

    public Optional<Gate> open() {
        return open;
    }

    public Optional<Gate> gate(GateId id) {
        return Optional.ofNullable(gates.get(id));
    }

    public GateId next() {
        return new GateId(gates.size() + 1);
    }

    /// Answers that still have force, oldest first.
    public List<Answer> answers() {
        return Collections.unmodifiableList(answers);
    }

    /// The newest answer of a kind for a step, if it still has force.
    public Optional<Answer> newest(StepId step, Gate.Kind kind) {
        return answers.stream()
                .filter(answer -> answer.gate().step().equals(step))
                .filter(answer -> answer.gate().kind() == kind)
                .reduce((older, newer) -> newer);
    }
}
