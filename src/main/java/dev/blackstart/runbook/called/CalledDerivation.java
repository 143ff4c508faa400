package dev.blackstart.runbook.called;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.References;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.ValueType;

/// A derived finding of a called runbook, asked from outside.
record CalledDerivation(Derivation own, Inside inside) implements Derivation {
    @Override
    public String text() {
        return own.text();
    }

    @Override
    public Position position() {
        return own.position();
    }

    @Override
    public ValueType type() {
        return own.type();
    }

    @Override
    public References references() {
        return inside.outside(own.references());
    }

    @Override
    public Sample derive(Facts facts, HostName host) {
        return own.derive(new CalledFacts(facts, inside), host);
    }
}
