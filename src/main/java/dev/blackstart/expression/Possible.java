package dev.blackstart.expression;

import java.util.List;

/// What an input of an expression may be at one moment. `reason` is one sentence that names hosts
/// and ages.
sealed interface Possible {
    String reason();

    record Exactly(Object value, String reason) implements Possible {}

    /// One of these, and it is not known which.
    record Among(List<Object> values, String reason) implements Possible {
        public Among {
            values = List.copyOf(values);
        }
    }

    /// Any number up to a bound, the bound included.
    record AtMost(Object bound, String reason) implements Possible {}

    /// Any number from a bound on, the bound included.
    record AtLeast(Object bound, String reason) implements Possible {}

    record Anything(String reason) implements Possible {}

    static Possible eitherWay(String reason) {
        return new Among(List.of(true, false), reason);
    }

    static Possible of(dev.blackstart.runbook.Truth truth, String reason) {
        return switch (truth) {
            case TRUE -> new Exactly(true, reason);
            case FALSE -> new Exactly(false, reason);
            case UNKNOWN -> eitherWay(reason);
        };
    }
}
