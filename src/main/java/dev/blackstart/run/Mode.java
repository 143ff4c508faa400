package dev.blackstart.run;

/// What stands where the hosts would be, chosen once where the program is wired together.
public enum Mode {
    /// checks and actions are real
    LIVE,
    /// checks are real, actions are rendered and shown, not sent
    REHEARSAL,
    /// a world made for the purpose stands where the hosts would be
    DRILL,
    /// only checks; the run ends where the first action would begin
    DIAGNOSIS
}
