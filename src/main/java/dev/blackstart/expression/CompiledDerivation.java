package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.References;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import dev.blackstart.runbook.ValueType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A derivation. What it yields is as old as the oldest finding it mentions.
///
/// @param ofHost the findings it mentions as `host.NAME`
record CompiledDerivation(
        String text,
        Position position,
        References references,
        Set<FindingName> ofHost,
        Compilation.Computed value)
        implements Derivation {
    @Override
    public ValueType type() {
        return value.type();
    }

    @Override
    public Sample derive(Facts facts, HostName host) {
        for (FindingName finding : ofHost) {
            if (facts.sample(finding, host) instanceof Sample.Inadmissible not) {
                return not;
            }
        }
        Moment moment = Moment.of(facts, Optional.of(host));
        Outcome outcome = outcome(moment);
        Instant at = oldest(facts, host);
        return switch (outcome) {
            case Outcome.Decided decided -> known(decided.value(), at);
            case Outcome.Undecided undecided ->
                    new Sample.Unknown(String.join("; ", undecided.reasons()), Optional.of(at));
        };
    }

    private Outcome outcome(Moment moment) {
        if (value.node().isEmpty()) {
            return value.leaf().compute(moment);
        }
        Explained explained = value.node().get().evaluate(moment);
        return explained.truth() == Truth.UNKNOWN
                ? new Outcome.Undecided(explained.reasons())
                : new Outcome.Decided(explained.truth() == Truth.TRUE, explained.reasons());
    }

    private Sample known(Object object, Instant at) {
        Optional<Value> derived = Types.fromCel(object, type());
        return derived.<Sample>map(v -> new Sample.Known(v, at, "derived"))
                .orElseGet(() ->
                        new Sample.Unknown(
                                text + " is not " + Types.word(type()), Optional.of(at)));
    }

    private Instant oldest(Facts facts, HostName host) {
        Instant oldest = facts.now();
        for (FindingName finding : references.findings()) {
            if (facts.sample(finding, host) instanceof Sample.Known known
                    && known.at().isBefore(oldest)) {
                oldest = known.at();
            }
        }
        return oldest;
    }
}
