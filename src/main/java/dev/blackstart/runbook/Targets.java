package dev.blackstart.runbook;

import dev.blackstart.inventory.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a step is carried out.
///
/// @param where per host: definitely false means not needed there
/// @param limit at most so many of the hosts that remain
/// @param timeout total deadline of one command on one host
/// @param needs commands and rights the host must have, such as `arping` or `sudo`
public record Targets(
        Selector on,
        Optional<Condition> where,
        OptionalInt limit,
        Duration timeout,
        List<String> needs) {
    public Targets {
        needs = List.copyOf(needs);
    }
}
