package dev.blackstart.engine;

import java.time.Duration;

/// What is to be done with a session next.
public sealed interface Next {
    /// Its work is over; it is not to be turned again.
    record Ended(RunEnd end) implements Next {}

    /// There is more to decide at once.
    record Again() implements Next {}

    /// Nothing is to be done unless something arrives.
    ///
    /// @param most tick it after so long
    /// @param person it is a person who is waited for, and time is real
    record Wait(Duration most, boolean person) implements Next {}
}
