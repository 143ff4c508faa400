package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names a runbook declares, each once and none of them reserved.
final class Declarations {
    private final Problems problems;
    private final Map<String, Position> hypothesisPlaces = new LinkedHashMap<>();
    private final Map<String, Position> stepPlaces = new LinkedHashMap<>();
    private final Map<String, Position> findingPlaces = new LinkedHashMap<>();
    private final Map<String, Position> answerPlaces = new LinkedHashMap<>();
    private final Map<FindingName, ValueType> answers = new HashMap<>();

    private Declarations(Problems problems) {
        this.problems = problems;
    }

    static Declarations of(Entries runbook, List<StepNode> steps, Problems problems) {
        Declarations declared = new Declarations(problems);
        for (Node.Field field : runbook.map("hypotheses")) {
            declared.name(declared.hypothesisPlaces, field.key(), field.position(), "hypothesis");
        }
        steps.forEach(declared::step);
        declared.clashes();
        return declared;
    }

    Set<HypothesisName> hypotheses() {
        Set<HypothesisName> names = new LinkedHashSet<>();
        hypothesisPlaces.keySet().forEach(name -> names.add(new HypothesisName(name)));
        return names;
    }

    Set<StepId> steps() {
        Set<StepId> ids = new LinkedHashSet<>();
        stepPlaces.keySet().forEach(id -> ids.add(new StepId(id)));
        return ids;
    }

    Map<FindingName, ValueType> answers() {
        return answers;
    }

    /// The names of findings, of checks and derives.
    Set<String> findings() {
        return findingPlaces.keySet();
    }

    /// Is this the place where the name was declared first?
    boolean declaredAt(String finding, Position position) {
        return position.equals(findingPlaces.get(finding));
    }

    private void step(StepNode step) {
        String id = step.id().map(StepId::value).orElse(step.written());
        name(stepPlaces, id, step.position(), "step");
        if (step.is(StepTables.DERIVE)) {
            name(findingPlaces, step.written(), step.position(), "finding");
        }
        for (Node.Field field :
                step.is(StepTables.CHECK) ? step.entries().map("findings") : noFields()) {
            name(findingPlaces, field.key(), field.position(), "finding");
        }
        if (step.is(StepTables.ASK)) {
            step.entries().scalar("finding").ifPresent(finding -> answer(step, finding));
        }
    }

    private void answer(StepNode step, Node.Scalar finding) {
        if (name(answerPlaces, finding.text(), finding.position(), "answer")) {
            answers.put(new FindingName(finding.text()), AskReader.type(step.entries()));
        }
    }

    private boolean name(Map<String, Position> places, String name, Position at, String what) {
        if (Names.reserved(name)) {
            problems.error(
                    at,
                    "reserved-name",
                    "`%s` is a word of the expression language; give the %s another name"
                            .formatted(name, what));
            return false;
        }
        if (!Names.allowed(name)) {
            return false;
        }
        Position earlier = places.putIfAbsent(name, at);
        if (earlier != null) {
            problems.error(
                    at,
                    "duplicate-name",
                    "the %s `%s` stands here a second time; the first is in line %d, rename one of them"
                            .formatted(what, name, earlier.line()));
        }
        return earlier == null;
    }

    /// Hypotheses, answers and steps are all bare names in expressions; findings and hypotheses
    /// both stand in `any(...)`.
    private void clashes() {
        clash("hypothesis", hypothesisPlaces, "step", stepPlaces);
        clash("hypothesis", hypothesisPlaces, "finding", findingPlaces);
        clash("hypothesis", hypothesisPlaces, "answer", answerPlaces);
        clash("step", stepPlaces, "answer", answerPlaces);
        clash("finding", findingPlaces, "answer", answerPlaces);
    }

    private void clash(
            String one, Map<String, Position> ones, String other, Map<String, Position> others) {
        List<String> both = new ArrayList<>(others.keySet());
        both.retainAll(ones.keySet());
        for (String name : both) {
            Position first = ones.get(name);
            Position second = others.get(name);
            if (first != null && second != null) {
                problems.error(
                        second,
                        "duplicate-name",
                        "the %s `%s` has the name of the %s in line %d; rename one of them"
                                .formatted(other, name, one, first.line()));
            }
        }
    }

    private static List<Node.Field> noFields() {
        return List.of();
    }
}
