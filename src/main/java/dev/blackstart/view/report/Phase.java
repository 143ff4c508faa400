package dev.blackstart.view.report;

import java.util.Locale;

/// What a run spends its time on.
enum Phase {
    /// looking, weighing, looking again before something is sent
    DIAGNOSING("diagnosing"),
    /// a gate is open
    WAITING("waiting for people"),
    /// something was sent and has not ended
    ACTING("acting"),
    /// from the end of a sending, or of what a person did, until its step is settled
    VERIFYING("verifying"),
    /// nobody carried the run out, and nothing was known to be at work
    AWAY("not running"),
    /// it was over, until somebody opened it again to repay its loans
    CLOSED("closed");

    private final String says;

    Phase(String says) {
        this.says = says;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String says() {
        return says;
    }
}
