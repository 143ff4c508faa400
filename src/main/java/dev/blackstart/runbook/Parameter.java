package dev.blackstart.runbook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A declared parameter of a runbook.
///
/// @param fallback the default as written; a parameter without one must be given
/// @param values the allowed values of an `enum`
public record Parameter(
        String name,
        ParameterType type,
        Optional<String> fallback,
        String help,
        List<String> values,
        OptionalLong min,
        OptionalLong max,
        Optional<String> pattern,
        Position position) {
    public Parameter {
        values = List.copyOf(values);
    }
}
