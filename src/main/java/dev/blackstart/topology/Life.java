package dev.blackstart.topology;

/// What is known of a host at a moment.
public enum Life {
    /// it answered when it was asked last
    ANSWERS,
    /// it was asked and did not answer
    SILENT,
    /// nobody asked it
    NOT_ASKED
}
