package dev.blackstart.expression;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.ValueType;
import java.util.Set;

/// A part of a condition that is not computed but looked up.
sealed interface Input {
    /// As people write it.
    String text();

    ValueType type();

    /// `any(f)`, `count(f)`, `unheard(f)` and so on, over all hosts a finding is asked of.
    record OverHosts(Question question, FindingName finding, ValueType ofFinding) implements Input {
        @Override
        public String text() {
            return question.word() + "(" + finding + ")";
        }

        @Override
        public ValueType type() {
            return switch (question) {
                case ANY, ALL, NONE -> ValueType.BOOL;
                case COUNT, UNHEARD -> ValueType.INT;
                case MIN, MAX -> ofFinding;
            };
        }
    }

    /// `host.f`, or `h.f` within a quantifier.
    record OfHost(String variable, FindingName finding, ValueType type) implements Input {
        @Override
        public String text() {
            return variable + "." + finding;
        }
    }

    /// `host.name` or `host.address`.
    record HostField(String variable, boolean address) implements Input {
        @Override
        public String text() {
            return variable + (address ? ".address" : ".name");
        }

        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    record Supposed(HypothesisName hypothesis) implements Input {
        @Override
        public String text() {
            return hypothesis.value();
        }

        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    record Established(HypothesisName hypothesis) implements Input {
        @Override
        public String text() {
            return "established." + hypothesis;
        }

        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    record Verified(StepId step) implements Input {
        @Override
        public String text() {
            return step + ".verified";
        }

        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    record OutcomeOf(StepId step) implements Input {
        @Override
        public String text() {
            return step + ".outcome";
        }

        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    record Answer(FindingName finding, ValueType type) implements Input {
        @Override
        public String text() {
            return finding.value();
        }
    }

    record Given(String parameter, ValueType type) implements Input {
        @Override
        public String text() {
            return "params." + parameter;
        }
    }

    /// `hosts.exists(h, …)` and `hosts.all(h, …)`; what stands inside is compiled by itself.
    ///
    /// @param asked the findings it asks of the quantifier's own host
    record Quantified(
            String text, boolean every, String variable, Node body, Set<FindingName> asked)
            implements Input {
        public Quantified {
            asked = Set.copyOf(asked);
        }

        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }
}
