package dev.blackstart.door.cli;

/// Throws away what was typed or pasted before a gate was shown, so that it cannot answer it.
@FunctionalInterface
public interface TypeAhead {
    void drop();
}
