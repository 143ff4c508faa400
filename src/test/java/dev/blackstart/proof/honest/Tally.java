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
    private final List<Standing> standing = new ArrayList<>();
    private int unknown;
    private int answerable;
    private int resolved;
    private int asked;

    /// What must still be so when everything is over.
    private record Standing(Truth truth, Verdict verdict) {}

    synchronized void add(Verdict verdict, Truth truth) {
        standing.add(new Standing(truth, verdict));
        if (verdict.struck()) {
            struck.merge(verdict.effect(), 1, Integer::sum);
        }
        verdict.wrong().ifPresent(what -> wrong.add(what + "\n  " + verdict.said()));
        asked += verdict.asked() ? 1 : 0;
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

    /// Looks once more at all hosts: nothing has begun a second time, or at all where that was
    /// denied.
    synchronized void lookAgain() {
        for (Standing it : standing) {
            long begun = it.truth().begun();
            if (begun > (it.verdict().denied() ? 0 : 1)) {
                wrong.add("begun %d times in the end%n  %s".formatted(begun, it.verdict().said()));
            }
        }
    }

    /// Faults that struck in the middle of an action.
    synchronized int struck() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Hosts of which a person was asked.
    synchronized int asked() {
        return asked;
    }

    synchronized String words() {
        return "%d unknown, %d of %d (%.1f %%) resolved by their host in 30 s, a person asked of %d, %s"
                .formatted(unknown, resolved, answerable, 100 * share(), asked, struck);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// What was not resolved in time without a person, though its host could tell.
    synchronized List<String> open() {
        return List.copyOf(open);
    }

    /// Unknown, on a host that can still tell how it ended.
    synchronized int answerable() {
        return answerable;
    }

    synchronized double share() {
        return answerable == 0 ? 1 : (double) resolved / answerable;
    }
}
