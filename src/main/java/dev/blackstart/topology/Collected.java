package dev.blackstart.topology;

import dev.blackstart.inventory.HostName;
import java.time.Duration;
import java.time.Instant;

/// What a run found a threshold of a host to be.
///
/// @param after length of the outage from which on it happens
/// @param at when the host said so
public record Collected(HostName host, Duration after, Instant at) {}
