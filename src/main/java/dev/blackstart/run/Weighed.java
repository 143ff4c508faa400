package dev.blackstart.run;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A hypothesis with everything that speaks for it and against it at one moment.
///
/// @param next for an undecided one, what would decide it; the first is the next to ask
public record Weighed(
        HypothesisName name,
        HypothesisVerdict verdict,
        List<Argument> arguments,
        List<NextLook> next) {
    public Weighed {
        arguments = List.copyOf(arguments);
        next = List.copyOf(next);
    }

    /// All hypotheses of the runbook, in its order.
    public static List<Weighed> all(Plan plan, RunState state, Instant now) {
        return plan.runbook().hypotheses().values().stream()
                .map(hypothesis -> of(hypothesis, plan, state, now))
                .toList();
    }

    public static Weighed of(Hypothesis hypothesis, Plan plan, RunState state, Instant now) {
        RunFacts facts = new RunFacts(plan, state.evidence(), state, now);
        List<Argument> arguments = new ArrayList<>();
        List<Condition> missing = new ArrayList<>();
        boolean lost = false;
        for (Condition condition : hypothesis.confirmedBy()) {
            Explained said = condition.evaluate(facts, Optional.empty());
            arguments.add(argument(condition, said, said.truth()));
            lost |= said.truth() == Truth.FALSE;
            addIf(said.truth() == Truth.UNKNOWN, missing, condition);
        }
        if (lost) { // it cannot be confirmed any more, whatever is still missing on that side
            missing.clear();
        }
        for (Condition condition : hypothesis.refutedBy()) {
            Explained said = condition.evaluate(facts, Optional.empty());
            arguments.add(argument(condition, said, said.truth().not()));
            addIf(said.truth() == Truth.UNKNOWN, missing, condition);
        }
        HypothesisVerdict verdict = Weighing.verdict(Weighing.weigh(hypothesis, facts));
        return new Weighed(
                hypothesis.name(),
                verdict,
                arguments,
                verdict == HypothesisVerdict.UNDECIDED
                        ? new Missing(plan, facts).looks(missing)
                        : List.of());
    }

    private static void addIf(boolean unknown, List<Condition> missing, Condition condition) {
        if (unknown) {
            missing.add(condition);
        }
    }

    private static Argument argument(Condition condition, Explained said, Truth speaksFor) {
        Argument.Side side =
                switch (speaksFor) {
                    case TRUE -> Argument.Side.FOR;
                    case FALSE -> Argument.Side.AGAINST;
                    case UNKNOWN -> Argument.Side.MISSING;
                };
        return new Argument(side, condition.text(), said.reasons());
    }

    /// Everything that confirms it and something that refutes it, at once.
    public boolean contradictory() {
        return verdict == HypothesisVerdict.UNDECIDED
                && arguments.stream().noneMatch(it -> it.side() == Argument.Side.MISSING)
                && arguments.stream().anyMatch(it -> it.side() == Argument.Side.FOR)
                && arguments.stream().anyMatch(it -> it.side() == Argument.Side.AGAINST);
    }
}
