package dev.blackstart.runbook.called;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Text;
import java.util.Set;

/// A text of a called runbook, rendered with that runbook's parameters.
record CalledText(Text own, Inside inside) implements Text {
    @Override
    public String source() {
        return own.source();
    }

    @Override
    public Position position() {
        return own.position();
    }

    @Override
    public Set<String> names() {
        return own.names();
    }

    @Override
    public Rendered render(Scope scope) {
        return own.render(
                new Scope(
                        inside.own(scope.parameters()),
                        scope.inventory(),
                        scope.host(),
                        scope.artifact(),
                        scope.file()));
    }
}
