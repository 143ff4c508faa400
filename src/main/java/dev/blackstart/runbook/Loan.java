package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Optional;

/// An emergency change that is to be taken back.
///
/// @param due how long after it was made it must be repaid
/// @param repaidWhen what shows that it is repaid
/// @param capture prints the value that is changed; only looks
public record Loan(Duration due, Optional<Condition> repaidWhen, Optional<Command> capture) {}
