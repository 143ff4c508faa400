package dev.blackstart.expression;

import java.util.List;

/// What a computation gave.
sealed interface Outcome {
    List<String> reasons();

    record Decided(Object value, List<String> reasons) implements Outcome {
        public Decided {
            reasons = List.copyOf(reasons);
        }
    }

    record Undecided(List<String> reasons) implements Outcome {
        public Undecided {
            reasons = List.copyOf(reasons);
        }
    }
}
