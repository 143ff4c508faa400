package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `min` and `max` over hosts that said something. A silent host can only make a minimum smaller
/// and a maximum larger.
record Extreme(Census census, Input.OverHosts input) {
    private boolean smallest() {
        return input.question() == Question.MIN;
    }

    Possible answer() {
        if (census.known().isEmpty()) {
            return new Possible.Anything(input.text() + " is unknown: " + census.silence());
        }
        Comparator<Map.Entry<HostName, Sample.Known>> bySize =
                Comparator.comparingDouble(entry -> number(entry.getValue().value()));
        Map.Entry<HostName, Sample.Known> found =
                census.known().entrySet().stream()
                        .min(smallest() ? bySize : bySize.reversed())
                        .orElseThrow();
        return among(found.getKey(), Types.toCel(found.getValue().value()));
    }

    private Possible among(HostName host, Object value) {
        String where = " (" + host + ", " + census.ages(List.of(host)) + " ago)";
        if (census.silent().isEmpty()) {
            return new Possible.Exactly(value, input.text() + " is " + value + where);
        }
        String bound = input.text() + " is at " + (smallest() ? "most " : "least ");
        String reason = bound + value + where + ": " + census.silence();
        return smallest()
                ? new Possible.AtMost(value, reason)
                : new Possible.AtLeast(value, reason);
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Bool b -> Double.NaN;
            case Value.Words w -> Double.NaN;
        };
    }
}
