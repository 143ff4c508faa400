package dev.blackstart.run;

/// What a sending is for within its step.
public enum Purpose {
    /// saving evidence before the action destroys it
    PRESERVE,
    /// the action itself
    ACT,
    /// ending a cure that goes on working
    RELEASE,
    /// taking back what the action did
    UNDO
}
