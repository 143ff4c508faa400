package dev.blackstart.door.cli.doctor;

/// How well something stands when everything around has failed.
public enum Grade {
    /// it needs nothing that may have failed
    STANDS,
    /// it works, and something makes it slower, narrower or one step more fragile
    WEAK,
    /// it falls together with what is to be repaired
    FALLS
}
