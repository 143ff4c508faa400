package dev.blackstart.journal;

/// What came of claiming a run.
public sealed interface Ownership {
    /// The run may be written with this epoch until another process takes it.
    ///
    /// @param epoch higher than every epoch that any run of this journal had before
    record Taken(long epoch) implements Ownership {}

    /// A living process has it.
    record Held(Owner owner) implements Ownership {}
}
