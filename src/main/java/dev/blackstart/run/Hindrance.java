package dev.blackstart.run;

import java.util.Locale;

/// What kept a command from being carried out on a host. Only the first is an outage: a host that
/// refuses answers.
public enum Hindrance {
    /// no answer; also of events that were recorded before the others were told apart
    UNREACHABLE,
    /// the host answered, and would not have it
    REFUSED_BY_HOST,
    /// this side kept it back: a host key that is not the pinned one, no key to log in with
    NOT_SENT,
    /// it was on its way, and a receipt or a person says that it never began
    NOT_STARTED;

    /// One word for people and exports.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Nothing was heard of the host.
    public boolean silence() {
        return this == UNREACHABLE;
    }
}
