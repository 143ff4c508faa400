package dev.blackstart.reading;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Text;
import java.util.Set;

/// A text that is the same everywhere.
record FixedText(String source, Position position) implements Text {
    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public Rendered render(Scope scope) {
        return new Rendered.Done(source);
    }
}
