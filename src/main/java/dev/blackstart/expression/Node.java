package dev.blackstart.expression;

import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Truth;
import java.util.List;
import java.util.stream.Stream;

/// A condition as it is evaluated: Kleene's logic, and the reasons that decided.
sealed interface Node permits Node.And, Node.Or, Node.Not, Node.Choice, Leaf {
    Explained evaluate(Moment moment);

    record And(List<Node> parts) implements Node {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Explained evaluate(Moment moment) {
            return joined(parts, moment, Truth.FALSE);
        }
    }

    record Or(List<Node> parts) implements Node {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Explained evaluate(Moment moment) {
            return joined(parts, moment, Truth.TRUE);
        }
    }

    record Not(Node part) implements Node {
        @Override
        public Explained evaluate(Moment moment) {
            Explained explained = part.evaluate(moment);
            return new Explained(explained.truth().not(), explained.reasons());
        }
    }

    /// `condition ? yes : no`. While the condition is unknown, both agreeing branches still decide.
    record Choice(Node condition, Node yes, Node no) implements Node {
        @Override
        public Explained evaluate(Moment moment) {
            Explained chosen = condition.evaluate(moment);
            return switch (chosen.truth()) {
                case TRUE -> after(chosen, yes.evaluate(moment));
                case FALSE -> after(chosen, no.evaluate(moment));
                case UNKNOWN -> undecided(chosen, yes.evaluate(moment), no.evaluate(moment));
            };
        }

        private static Explained after(Explained first, Explained then) {
            return new Explained(then.truth(), concat(first.reasons(), then.reasons()));
        }

        private static Explained undecided(Explained chosen, Explained yes, Explained no) {
            boolean agree = yes.truth() == no.truth() && yes.truth() != Truth.UNKNOWN;
            return agree
                    ? new Explained(yes.truth(), concat(yes.reasons(), no.reasons()))
                    : new Explained(Truth.UNKNOWN, chosen.reasons());
        }
    }

    /// @param decisive the value of a part that decides alone
    private static Explained joined(List<Node> parts, Moment moment, Truth decisive) {
        List<Explained> all = parts.stream().map(part -> part.evaluate(moment)).toList();
        if (all.stream().anyMatch(part -> part.truth() == decisive)) {
            return only(all, decisive);
        }
        return all.stream().anyMatch(part -> part.truth() == Truth.UNKNOWN)
                ? only(all, Truth.UNKNOWN)
                : only(all, decisive.not());
    }

    private static Explained only(List<Explained> parts, Truth truth) {
        return new Explained(
                truth,
                parts.stream()
                        .filter(part -> part.truth() == truth)
                        .flatMap(part -> part.reasons().stream())
                        .distinct()
                        .toList());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
