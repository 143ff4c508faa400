package dev.blackstart.reading.shape;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import java.util.List;
import java.util.Optional;

/// Checks what keys of one place demand of each other.
final class RuleCheck {
    private final Node.Fields fields;
    private final Table table;
    private final List<Problem> problems;

    RuleCheck(Node.Fields fields, Table table, List<Problem> problems) {
        this.fields = fields;
        this.table = table;
        this.problems = problems;
    }

    void check(Rule rule) {
        switch (rule) {
            case Rule.ExactlyOne one -> exactlyOne(one);
            case Rule.AnyOf any -> anyOf(any);
            case Rule.Needs needs -> needs(needs);
            case Rule.Excludes excludes -> excludes(excludes);
            case Rule.NeededBy needed -> neededBy(needed);
            case Rule.OnlyWith only -> onlyWith(only);
        }
    }

    private void exactlyOne(Rule.ExactlyOne one) {
        List<String> present = one.keys().stream().filter(this::has).toList();
        String choice = "`" + String.join("` or `", one.keys()) + "`";
        if (present.isEmpty()) {
            error(place(), "missing-key", "%s needs %s".formatted(table.what(), choice));
        } else if (present.size() > 1) {
            error(
                    at(present.getLast()),
                    "conflicting-keys",
                    "%s has either %s, not both".formatted(table.what(), choice));
        }
    }

    private void anyOf(Rule.AnyOf any) {
        if (any.keys().stream().noneMatch(this::has)) {
            String choice = "`" + String.join("` or `", any.keys()) + "`";
            error(place(), "missing-key", "%s needs %s".formatted(table.what(), choice));
        }
    }

    private void needs(Rule.Needs needs) {
        for (String other : needs.others()) {
            if (has(needs.key()) && !has(other)) {
                error(
                        at(needs.key()),
                        "missing-key",
                        "`%s` needs `%s` in the same step".formatted(needs.key(), other));
            }
        }
    }

    private void excludes(Rule.Excludes excludes) {
        for (String other : excludes.others()) {
            if (has(excludes.key()) && has(other)) {
                error(
                        at(other),
                        "conflicting-keys",
                        "`%s` and `%s` exclude each other; keep one of them"
                                .formatted(excludes.key(), other));
            }
        }
    }

    private void neededBy(Rule.NeededBy rule) {
        word(rule.key())
                .filter(rule.values()::contains)
                .filter(word -> !has(rule.needed()))
                .ifPresent(word ->
                        error(
                                at(rule.key()),
                                "missing-key",
                                "`%s: %s` needs `%s`: %s"
                                        .formatted(rule.key(), word, rule.needed(), rule.why())));
    }

    private void onlyWith(Rule.OnlyWith rule) {
        Optional<String> word = word(rule.by());
        if (has(rule.key()) && word.isPresent() && !rule.values().contains(word.get())) {
            error(
                    at(rule.key()),
                    "conflicting-keys",
                    "`%s` goes only with `%s: %s`, not with `%s`"
                            .formatted(
                                    rule.key(),
                                    rule.by(),
                                    String.join(" | ", rule.values()),
                                    word.get()));
        }
    }

    private Optional<String> word(String key) {
        return fields.value(key)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text());
    }

    private boolean has(String key) {
        return fields.field(key).isPresent();
    }

    private Position at(String key) {
        return fields.field(key).map(Node.Field::position).orElse(fields.position());
    }

    private Position place() {
        return fields.fields().isEmpty()
                ? fields.position()
                : fields.fields().getFirst().position();
    }

    private void error(Position position, String rule, String message) {
        problems.add(Problem.error(position, rule, message));
    }
}
