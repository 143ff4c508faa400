package dev.blackstart.runbook;

import java.util.List;

/// What came of reading a file: the thing read with its warnings, or all problems at once.
public sealed interface Read<T> {
    /// Problems in file order; warnings only for `Accepted`, at least one error for `Refused`.
    List<Problem> problems();

    record Accepted<T>(T value, List<Problem> problems) implements Read<T> {
        public Accepted {
            problems = problems.stream().sorted().toList();
        }
    }

    record Refused<T>(List<Problem> problems) implements Read<T> {
        public Refused {
            problems = problems.stream().sorted().toList();
        }
    }
}
