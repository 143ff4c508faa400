package dev.blackstart.runbook.called;

import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.ValueType;

/// A finding's expression of a called runbook, taken with that runbook's parameters.
record CalledMeasure(Measure own, Inside inside) implements Measure {
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
    public Reading take(CheckResult result) {
        return own.take(
                new CheckResult(
                        result.host(),
                        inside.own(result.parameters()),
                        result.exit(),
                        result.stdout(),
                        result.stderr(),
                        result.cut(),
                        result.duration(),
                        result.timedOut()));
    }
}
