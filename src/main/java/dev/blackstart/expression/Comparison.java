package dev.blackstart.expression;

import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A leaf that compares one input with something computed without it.
///
/// @param variable the input's variable
/// @param other the other side
record Comparison(String variable, CelRuntime.Program other) {
    static final Set<String> OPERATORS = Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");

    /// Numbers such that a comparison with `pivot` that is the same for all of them is the same for
    /// every number allowed: comparisons change at the pivot only, so its neighbours and the ends
    /// suffice.
    static List<Object> samples(Possible bounded, Number pivot) {
        return switch (bounded) {
            case Possible.AtMost most -> samples((Number) most.bound(), pivot, true);
            case Possible.AtLeast least -> samples((Number) least.bound(), pivot, false);
            case Possible.Exactly e -> List.of(e.value());
            case Possible.Among among -> among.values();
            case Possible.Anything anything -> List.of();
        };
    }

    private static List<Object> samples(Number bound, Number pivot, boolean upTo) {
        return bound instanceof Long whole
                ? wholes(whole, pivot, upTo)
                : reals(bound.doubleValue(), pivot.doubleValue(), upTo);
    }

    private static List<Object> wholes(long bound, Number pivot, boolean upTo) {
        long near = pivot instanceof Long whole ? whole : (long) Math.floor(pivot.doubleValue());
        List<Object> samples =
                new ArrayList<>(List.of(bound, upTo ? Long.MIN_VALUE : Long.MAX_VALUE));
        for (long step = -2; step <= 2; step++) {
            long sample = near + step;
            boolean wrapped = step < 0 ? sample > near : sample < near;
            if (!wrapped && (upTo ? sample <= bound : sample >= bound)) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private static List<Object> reals(double bound, double pivot, boolean upTo) {
        double end = upTo ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        List<Object> samples = new ArrayList<>(List.of(bound, end));
        for (double sample : new double[] {Math.nextDown(pivot), pivot, Math.nextUp(pivot)}) {
            if (upTo ? sample <= bound : sample >= bound) {
                samples.add(sample);
            }
        }
        return samples;
    }
}
