package dev.blackstart.runbook;

/// How many admissible answers a finding needs before it says anything about the set.
///
/// @param outside how many of them must come from hosts of the group `vantage`
public record Witnesses(int min, int outside) {}
