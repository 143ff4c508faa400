package dev.blackstart.runbook;

import java.time.Duration;

/// How an effect is proven: the check is repeated until `that` holds or `within` has passed.
public record Verify(StepId check, Condition that, Duration within, Duration every) {}
