package dev.blackstart.topology;

import dev.blackstart.inventory.Threshold;

/// One threshold of one service, and whether an outage crosses it.
public record Rung(String service, Threshold threshold, boolean crossed) {}
