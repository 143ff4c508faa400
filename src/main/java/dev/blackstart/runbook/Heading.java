package dev.blackstart.runbook;

import java.util.Optional;

/// What every step has: the words people read, and the condition under which it is needed at all.
///
/// @param when definitely false: not needed; unknown: blocks and asks
/// @param notRunHere what of it was never run by those who wrote it, and why
/// @param byHand the short form of its command, for somebody who can paste nothing
public record Heading(
        StepId id,
        Position position,
        String title,
        Optional<String> why,
        Optional<Condition> when,
        Optional<String> notRunHere,
        Optional<Text> byHand) {}
