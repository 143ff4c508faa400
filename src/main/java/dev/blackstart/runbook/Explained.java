package dev.blackstart.runbook;

import java.util.List;

/// A truth value with its reasons: the parts of the condition that decided it, each naming hosts
/// and ages, such as `any(gateway_answers) is true: laptop says so (12 s ago)`.
public record Explained(Truth truth, List<String> reasons) {
    public Explained {
        reasons = List.copyOf(reasons);
    }

    public static Explained of(Truth truth, String reason) {
        return new Explained(truth, List.of(reason));
    }
}
