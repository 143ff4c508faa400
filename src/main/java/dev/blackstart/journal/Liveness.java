package dev.blackstart.journal;

/// Tells whether the process that owns something still runs.
@FunctionalInterface
public interface Liveness {
    boolean alive(Owner owner);
}
