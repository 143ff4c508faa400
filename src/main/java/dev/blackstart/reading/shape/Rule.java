package dev.blackstart.reading.shape;

import java.util.List;

/// What keys of one table demand of each other.
public sealed interface Rule {
    /// Exactly one of these must be there.
    record ExactlyOne(List<String> keys) implements Rule {
        public ExactlyOne {
            keys = List.copyOf(keys);
        }
    }

    /// At least one of these must be there.
    record AnyOf(List<String> keys) implements Rule {
        public AnyOf {
            keys = List.copyOf(keys);
        }
    }

    /// Where `key` is, `others` must be too.
    record Needs(String key, List<String> others) implements Rule {
        public Needs {
            others = List.copyOf(others);
        }
    }

    /// Where `key` is, none of `others` may be.
    record Excludes(String key, List<String> others) implements Rule {
        public Excludes {
            others = List.copyOf(others);
        }
    }

    /// Where `key` has one of `values`, `needed` must be there; `why` is a clause for people.
    record NeededBy(String key, List<String> values, String needed, String why) implements Rule {
        public NeededBy {
            values = List.copyOf(values);
        }
    }

    /// `key` may be there only where `by` has one of `values`.
    record OnlyWith(String key, String by, List<String> values) implements Rule {
        public OnlyWith {
            values = List.copyOf(values);
        }
    }
}
