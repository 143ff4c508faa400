package dev.blackstart.run;

/// What a sending is for within its step.
public enum Purpose {
    /// saving evidence before the action destroys it
    PRESERVE,
    /// the action itself
    ACT,
    /// checking the artifact of a snapshot on its host
    VALIDATE,
    /// ending a cure that goes on working
    RELEASE
}
