package dev.blackstart.engine;

import java.time.Duration;

/// How a run passes time in which nothing is to be done and no person is waited for.
@FunctionalInterface
public interface Waiting {
    /// Time passes by itself.
    Waiting REAL = patience -> patience;

    /// @param patience how long nothing is to be done unless something arrives
    /// @return how long to really wait for an arrival; the clock may have gone on meanwhile
    Duration pass(Duration patience);
}
