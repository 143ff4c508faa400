package dev.blackstart.journal;

/// A lock that is held.
///
/// @param acted the run has sent something, so it keeps the lock until it is closed
/// @param carriedOut a process carries the run out now
public record HeldLock(Lock lock, Holder holder, boolean acted, boolean carriedOut) {}
