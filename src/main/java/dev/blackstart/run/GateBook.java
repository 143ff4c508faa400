package dev.blackstart.run;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The gates of the run: at most one is open; each answer belongs to one gate and one digest.
public final class GateBook {
    /// An answered gate.
    public record Answer(Gate gate, RunEvent.GateAnswered event, Recorded recorded) {}

    private final Map<GateId, Gate> gates = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<GateId, Set<Person>> yesSayers = new HashMap<>();
    private final Map<GateId, List<RunEvent.GateAnswered>> yeses = new HashMap<>();
    private final Map<GateId, Recorded> ends = new HashMap<>();
    private final Set<StepId> askedBefore = new HashSet<>();
    private final GlassBook glass = new GlassBook();
    private Optional<Gate> open = Optional.empty();
    private Optional<Answer> inspection = Optional.empty();

    GateBook() {}

    void opened(Gate gate) {
        gates.put(gate.id(), gate);
        open = Optional.of(gate);
        inspection = Optional.empty();
    }

    /// A yes that still needs a second person leaves the gate open, and so does a look around.
    void answered(Recorded recorded, RunEvent.GateAnswered event) {
        Gate gate = gates.get(event.gate());
        if (gate == null || open.filter(gate::equals).isEmpty()) {
            return;
        }
        if (gate.inspects(event.choice())) {
            inspection = Optional.of(new Answer(gate, event, recorded));
            return;
        }
        glass.answered(recorded, event, gate);
        if (gate.yes(event.choice())) {
            yesSayers.computeIfAbsent(gate.id(), id -> new LinkedHashSet<>()).add(event.by());
            yeses.computeIfAbsent(gate.id(), id -> new ArrayList<>()).add(event);
            if (yesSayers.get(gate.id()).size() < gate.people()) {
                return;
            }
        }
        close();
        ends.put(gate.id(), recorded);
        answers.add(new Answer(gate, event, recorded));
    }

    /// A restart means no: the open gate closes, and approvals not yet used lose their force.
    void voidAllInForce() {
        close();
        answers.removeAll(inForce());
    }

    /// Every yes that something may still be sent under.
    List<Answer> inForce() {
        return answers.stream()
                .filter(answer ->
                        answer.gate().kind() == Gate.Kind.APPROVAL
                                || answer.gate().kind() == Gate.Kind.UNDO
                                        && answer.gate().yes(answer.event().choice()))
                .toList();
    }

    /// Of the time until a gate closes the shorter counts: a clock that is set forward comes nearer
    /// to it, one that is set back takes it along.
    void clockMoved(Duration by) {
        if (!by.isNegative()) {
            return;
        }
        gates.replaceAll((id, gate) -> gate.closing(gate.expires().plus(by)));
        open = open.map(this::current);
        inspection = inspection.map(this::current);
        answers.replaceAll(this::current);
    }

    private Gate current(Gate gate) {
        return gates.getOrDefault(gate.id(), gate);
    }

    private Answer current(Answer answer) {
        return new Answer(current(answer.gate()), answer.event(), answer.recorded());
    }

    /// Another process takes the run up: whoever is asked again is asked anew.
    void takenUp() {
        voidAllInForce();
        gates.values().forEach(gate -> askedBefore.add(gate.step()));
    }

    /// Was a gate of the step opened before the run was last taken up?
    boolean askedBefore(StepId step) {
        return askedBefore.contains(step);
    }

    void voided(Recorded recorded, RunEvent.GateVoided event) {
        ends.put(event.gate(), recorded);
        if (open.filter(gate -> gate.id().equals(event.gate())).isPresent()) {
            close();
        }
        answers.removeIf(answer -> answer.gate().id().equals(event.gate()));
    }

    private void close() {
        open = Optional.empty();
        inspection = Optional.empty();
    }

    /// What ended a gate last: a `GateAnswered` or a `GateVoided`; empty while it is open, and
    /// where a restart ended it.
    Optional<Recorded> end(GateId id) {
        return Optional.ofNullable(ends.get(id));
    }

    /// A yes that something may still be sent under.
    Optional<Answer> inForce(GateId id) {
        return inForce().stream()
                .filter(answer -> answer.gate().id().equals(id))
                .filter(answer -> answer.gate().yes(answer.event().choice()))
                .findFirst();
    }

    /// The newest answer at the open gate that wants to look around.
    Optional<Answer> inspection() {
        return inspection;
    }

    /// What was done in spite of a freeze and is to be reviewed.
    public GlassBook glass() {
        return glass;
    }

    public Optional<Gate> open() {
        return open;
    }

    /// Who has said yes to a gate so far.
    public Set<Person> yesSayers(GateId id) {
        return Collections.unmodifiableSet(yesSayers.getOrDefault(id, Set.of()));
    }

    /// Every yes to a gate so far, as it was said.
    public List<RunEvent.GateAnswered> yeses(GateId id) {
        return List.copyOf(yeses.getOrDefault(id, List.of()));
    }

    /// The newest gate of a kind for a step, whatever became of it.
    public Optional<Gate> newestOpened(StepId step, Gate.Kind kind) {
        return gates.values().stream()
                .filter(gate -> gate.step().equals(step))
                .filter(gate -> gate.kind() == kind)
                .reduce((older, newer) -> newer);
    }

    public Optional<Gate> gate(GateId id) {
        return Optional.ofNullable(gates.get(id));
    }

    /// The findings that licensed a step, at any of its gates.
    Set<FindingName> licensing(StepId step) {
        Set<FindingName> findings = new LinkedHashSet<>();
        gates.values().stream()
                .filter(gate -> gate.step().equals(step))
                .flatMap(gate -> gate.licenses().stream())
                .forEach(license -> findings.add(license.finding()));
        return findings;
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
        for (int i = answers.size() - 1; i >= 0; i--) {
            Gate gate = answers.get(i).gate();
            if (gate.kind() == kind && gate.step().equals(step)) {
                return Optional.of(answers.get(i));
            }
        }
        return Optional.empty();
    }
}
