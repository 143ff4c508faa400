package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Facts;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.References;
import java.util.Optional;

/// A condition as a tree of Kleene's logic over leaves that CEL computes.
record CompiledCondition(
        String text, Position position, References references, boolean perHost, Node node)
        implements Condition {
    @Override
    public Explained evaluate(Facts facts, Optional<HostName> host) {
        return node.evaluate(Moment.of(facts, host));
    }
}
