package dev.blackstart.engine;

import java.time.Duration;

/// A run that is being left once what is under way has ended.
///
/// @param since on the monotonic clock
record Leaving(OperatorCommand.Leave asked, Duration since) {
    /// The time it was given is up.
    boolean over(Duration now) {
        return asked.within().filter(it -> now.compareTo(since.plus(it)) >= 0).isPresent();
    }

    /// It takes as long as it takes.
    boolean patient() {
        return asked.within().isEmpty();
    }
}
