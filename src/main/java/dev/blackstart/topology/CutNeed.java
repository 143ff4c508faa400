package dev.blackstart.topology;

import dev.blackstart.inventory.Cut;

/// A need and the way to do without it.
public record CutNeed(Need need, Cut cut) {}
