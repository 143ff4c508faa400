package dev.blackstart.journal;

/// A lock that is held.
///
/// @param acted the run has sent something, so it keeps the lock until it is closed
/// @param carriedOut a process carries the run out now
/// @param unresolved the run was closed with an outcome unknown, and keeps the lock until that is
///   found out
public record HeldLock(
        Lock lock, Holder holder, boolean acted, boolean carriedOut, boolean unresolved) {
    /// Of a run that is not closed.
    public HeldLock(Lock lock, Holder holder, boolean acted, boolean carriedOut) {
        this(lock, holder, acted, carriedOut, false);
    }
}
