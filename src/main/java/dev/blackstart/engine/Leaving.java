package dev.blackstart.engine;

import java.time.Duration;

/// A run is being left: nothing more is sent, and what is under way has as long as was said.
///
/// @param since when that was asked for, on the monotonic clock
record Leaving(OperatorCommand.Leave asked, Duration since) {
    boolean over(Duration now) {
        return asked.within().filter(it -> now.compareTo(since.plus(it)) >= 0).isPresent();
    }
}
