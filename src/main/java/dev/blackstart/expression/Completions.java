package dev.blackstart.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All values the inputs of a leaf may take, and whether the leaf comes out the same for each.
final class Completions {
    /// More combinations than this are not tried; the leaf is then undecided.
    private static final int MOST = 2_048;

    private final Leaf leaf;
    private final Map<String, Possible> possible;
    private final List<String> trouble = new ArrayList<>();

    Completions(Leaf leaf, Map<String, Possible> possible) {
        this.leaf = leaf;
        this.possible = possible;
    }

    Outcome outcome() {
        Optional<List<Map<String, Object>>> combinations = combinations();
        Optional<Object> agreed = combinations.flatMap(this::agreed);
        return agreed.<Outcome>map(value -> new Outcome.Decided(value, all()))
                .orElseGet(() -> new Outcome.Undecided(trouble.isEmpty() ? uncertain() : trouble));
    }

    private List<String> all() {
        return possible.values().stream().map(Possible::reason).distinct().toList();
    }

    private List<String> uncertain() {
        return possible.values().stream()
                .filter(value -> !(value instanceof Possible.Exactly))
                .map(Possible::reason)
                .distinct()
                .toList();
    }

    private Optional<Object> agreed(List<Map<String, Object>> combinations) {
        Optional<Object> agreed = Optional.empty();
        for (Map<String, Object> values : combinations) {
            Optional<Object> value =
                    leaf.bare()
                            ? Optional.of(values.values().iterator().next())
                            : run(leaf.program(), values);
            if (value.isEmpty() || agreed.isPresent() && !agreed.equals(value)) {
                return Optional.empty();
            }
            agreed = value;
        }
        return agreed;
    }

    private Optional<Object> run(CelRuntime.Program program, Map<String, Object> values) {
        try {
            return Optional.of(program.eval(values));
        } catch (CelEvaluationException e) {
            trouble.add(EvaluationTrouble.say(e, leaf.text()));
            return Optional.empty();
        }
    }

    private Optional<List<Map<String, Object>>> combinations() {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (Map.Entry<String, Possible> each : possible.entrySet()) {
            List<Object> values = values(each.getKey(), each.getValue());
            if (values.isEmpty() || (long) combinations.size() * values.size() > MOST) {
                return Optional.empty();
            }
            combinations = times(combinations, each.getKey(), values);
        }
        return Optional.of(combinations);
    }

    private static List<Map<String, Object>> times(
            List<Map<String, Object>> combinations, String variable, List<Object> values) {
        List<Map<String, Object>> more = new ArrayList<>();
        for (Map<String, Object> before : combinations) {
            for (Object value : values) {
                Map<String, Object> after = new HashMap<>(before);
                after.put(variable, value);
                more.add(after);
            }
        }
        return more;
    }

    /// Empty when the values cannot be listed.
    private List<Object> values(String variable, Possible value) {
        return switch (value) {
            case Possible.Exactly exactly -> List.of(exactly.value());
            case Possible.Among among -> among.values();
            case Possible.AtMost most -> bounded(variable, most);
            case Possible.AtLeast least -> bounded(variable, least);
            case Possible.Anything anything -> List.of();
        };
    }

    private List<Object> bounded(String variable, Possible value) {
        return leaf.comparison()
                .filter(comparison -> comparison.variable().equals(variable))
                .flatMap(this::pivot)
                .map(pivot -> Comparison.samples(value, pivot))
                .orElse(List.of());
    }

    /// The other side, when all it needs is known.
    private Optional<Number> pivot(Comparison comparison) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (Map.Entry<String, Possible> each : possible.entrySet()) {
            if (each.getValue() instanceof Possible.Exactly exactly) {
                known.put(each.getKey(), exactly.value());
            } else if (!each.getKey().equals(comparison.variable())) {
                return Optional.empty();
            }
        }
        return run(comparison.other(), known)
                .filter(Number.class::isInstance)
                .map(Number.class::cast);
    }
}
