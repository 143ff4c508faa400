package dev.blackstart.run;

import java.time.Duration;

/// How a host undoes an action by itself.
///
/// @param after counted from the end of the action on the host
/// @param undo the command that takes it back
public record Revert(Duration after, Prepared undo) {}
