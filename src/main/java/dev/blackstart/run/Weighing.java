package dev.blackstart.run;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Weighs a hypothesis: CONFIRMED when all of `confirmed_by` hold, REFUTED when any of `refuted_by`
/// does, both at once is contradictory evidence and decides nothing.
public final class Weighing {
    private Weighing() {}

    /// TRUE is CONFIRMED, FALSE is REFUTED, UNKNOWN is UNDECIDED.
    public static Explained weigh(Hypothesis hypothesis, Facts facts) {
        List<Explained> against = all(hypothesis.refutedBy(), facts);
        List<Explained> inFavour = all(hypothesis.confirmedBy(), facts);
        boolean refuted = against.stream().anyMatch(part -> part.truth() == Truth.TRUE);
        boolean confirmed =
                !inFavour.isEmpty()
                        && inFavour.stream().allMatch(part -> part.truth() == Truth.TRUE);
        if (refuted && confirmed) {
            List<String> reasons = new ArrayList<>();
            reasons.add("contradictory evidence");
            reasons.addAll(reasons(inFavour, Truth.TRUE));
            reasons.addAll(reasons(against, Truth.TRUE));
            return new Explained(Truth.UNKNOWN, reasons);
        }
        if (refuted) {
            return new Explained(Truth.FALSE, reasons(against, Truth.TRUE));
        }
        if (confirmed) {
            return new Explained(Truth.TRUE, reasons(inFavour, Truth.TRUE));
        }
        List<String> missing = new ArrayList<>(reasons(inFavour, Truth.UNKNOWN));
        missing.addAll(reasons(inFavour, Truth.FALSE));
        missing.addAll(reasons(against, Truth.UNKNOWN));
        return new Explained(Truth.UNKNOWN, missing);
    }

    public static HypothesisVerdict verdict(Explained weighed) {
        return switch (weighed.truth()) {
            case TRUE -> HypothesisVerdict.CONFIRMED;
            case FALSE -> HypothesisVerdict.REFUTED;
            case UNKNOWN -> HypothesisVerdict.UNDECIDED;
        };
    }

    private static List<Explained> all(List<Condition> conditions, Facts facts) {
        return conditions.stream()
                .map(condition -> condition.evaluate(facts, Optional.empty()))
                .toList();
    }

    private static List<String> reasons(List<Explained> parts, Truth truth) {
        return parts.stream()
                .filter(part -> part.truth() == truth)
                .flatMap(part -> part.reasons().stream())
                .distinct()
                .toList();
    }
}
