package dev.blackstart.runbook;

import java.util.Optional;

/// What every step has: the words people read, and the condition under which it is needed at all.
///
/// @param when definitely false: not needed; unknown: blocks and asks
public record Heading(
        StepId id,
        Position position,
        String title,
        Optional<String> why,
        Optional<Condition> when) {}
