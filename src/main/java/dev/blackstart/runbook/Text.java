package dev.blackstart.runbook;

import java.util.Set;

/// A FreeMarker text in square-bracket syntax, parsed and checked when the runbook was read. A
/// command is such a text too; there every `[=value]` becomes exactly one POSIX shell word.
public interface Text {
    /// As written.
    String source();

    Position position();

    /// Top-level names and dotted parameter names it uses, such as `params.daemon` or `host`.
    Set<String> names();

    /// Never throws: what cannot be rendered is `Refused` with the reason.
    Rendered render(Scope scope);
}
