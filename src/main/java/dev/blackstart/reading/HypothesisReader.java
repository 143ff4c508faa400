package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the hypotheses of a runbook.
final class HypothesisReader {
    private final Desk desk;

    HypothesisReader(Desk desk) {
        this.desk = desk;
    }

    Map<HypothesisName, Hypothesis> read(Entries runbook) {
        Map<HypothesisName, Hypothesis> hypotheses = new LinkedHashMap<>();
        for (Node.Field field : runbook.map("hypotheses")) {
            if (Names.allowed(field.key())) {
                Hypothesis hypothesis = hypothesis(field);
                hypotheses.put(hypothesis.name(), hypothesis);
            }
        }
        return hypotheses;
    }

    private Hypothesis hypothesis(Node.Field field) {
        Entries entries = Entries.of(field.value());
        return new Hypothesis(
                new HypothesisName(field.key()),
                entries.text("says").orElse(""),
                conditions(entries, "confirmed_by"),
                conditions(entries, "refuted_by"),
                entries.text("do_not"),
                entries.duration("fresh_for").orElse(Hypothesis.DEFAULT_FRESH_FOR),
                field.position());
    }

    private List<Condition> conditions(Entries entries, String key) {
        List<Condition> conditions =
                entries.scalars(key).stream()
                        .flatMap(scalar -> desk.condition(scalar, false).stream())
                        .toList();
        conditions.forEach(this::checkNoHypothesis);
        return conditions;
    }

    /// Hypotheses that rest on each other could confirm themselves.
    private void checkNoHypothesis(Condition condition) {
        if (!condition.references().hypotheses().isEmpty()
                || !condition.references().established().isEmpty()) {
            desk.problems()
                    .error(
                            condition.position(),
                            "hypothesis-on-hypothesis",
                            "a hypothesis rests on findings and not on other hypotheses; write the findings out");
        }
    }
}
