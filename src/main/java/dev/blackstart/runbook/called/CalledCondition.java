package dev.blackstart.runbook.called;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.References;
import java.util.Optional;

/// A condition of a called runbook, asked from outside.
record CalledCondition(Condition own, Inside inside) implements Condition {
    @Override
    public String text() {
        return own.text();
    }

    @Override
    public Position position() {
        return own.position();
    }

    @Override
    public References references() {
        return inside.outside(own.references());
    }

    @Override
    public boolean perHost() {
        return own.perHost();
    }

    @Override
    public Explained evaluate(Facts facts, Optional<HostName> host) {
        return own.evaluate(new CalledFacts(facts, inside), host);
    }
}
