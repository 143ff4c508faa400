package dev.blackstart.door.cli.doctor;

import java.time.Instant;
import java.time.ZoneOffset;

/// A clock that is wrong the way clocks are after a power cut, and what a child is told to have it.
/// It is the clock by which Blackstart dates records, evidence and locks; the JDK's own stays.
enum WrongClock {
    /// a board without a battery
    EPOCH("said 1970") {
        @Override
        Instant begins(Instant now) {
            return Instant.EPOCH;
        }
    },
    /// a board that remembers nonsense
    AHEAD("was five years ahead") {
        @Override
        Instant begins(Instant now) {
            return now.atOffset(ZoneOffset.UTC).plusYears(5).toInstant();
        }
    };

    private final String says;

    WrongClock(String says) {
        this.says = says;
    }

    abstract Instant begins(Instant now);

    String says() {
        return says;
    }

    /// A word for java.
    String option(Instant now) {
        return "-Dblackstart.clock.begins=" + begins(now);
    }
}
