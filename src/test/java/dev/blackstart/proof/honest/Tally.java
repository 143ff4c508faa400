package dev.blackstart.proof.honest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What all verdicts come to.
final class Tally {
    private final Map<Effect, Integer> struck = new EnumMap<>(Effect.class);
    private final List<String> wrong = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int unknown;
    private int answerable;
    private int resolved;

    synchronized void add(Verdict verdict) {
        if (verdict.struck()) {
            struck.merge(verdict.effect(), 1, Integer::sum);
        }
        verdict.wrong().ifPresent(what -> wrong.add(what + "\n  " + verdict.said()));
        if (verdict.unknown()) {
            unknown++;
        }
        if (verdict.unknown() && verdict.answerable()) {
            answerable++;
            resolved += verdict.resolved() ? 1 : 0;
            if (!verdict.resolved()) {
                open.add(verdict.said());
            }
        }
    }

    /// Faults that struck in the middle of an action.
    synchronized int struck() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized Map<Effect, Integer> struckBy() {
        return Map.copyOf(struck);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// What was not resolved in time without a person, though its host could tell.
    synchronized List<String> open() {
        return List.copyOf(open);
    }

    synchronized int unknown() {
        return unknown;
    }

    /// Unknown, on a host that can still tell how it ended.
    synchronized int answerable() {
        return answerable;
    }

    synchronized int resolved() {
        return resolved;
    }

    double share() {
        return answerable() == 0 ? 1 : (double) resolved() / answerable();
    }
}
