package dev.blackstart.inventory;

import java.util.Optional;

/// A way for a service to do without something it needs for a while, so that services which wait
/// for each other can start.
///
/// @param need the service it does without
/// @param cost how far it reaches, from 1 for one file on one host to 100; the cheapest is chosen
/// @param says what is done, in a few words
/// @param runbook the runbook that does it
public record Cut(String need, int cost, String says, Optional<String> runbook) {}
