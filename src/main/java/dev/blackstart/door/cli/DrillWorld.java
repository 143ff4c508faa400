package dev.blackstart.door.cli;

import dev.blackstart.drill.DrillScore;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A world made for a drill, with the hosts a run in it can see.
public interface DrillWorld extends AutoCloseable {
    /// How time passes in a world that has a time of its own.
    enum Pace {
        /// as everywhere, for people
        REAL,
        /// what nobody waits for is skipped, for the scripted operator
        SKIPPING
    }

    Inventory inventory();

    /// The world's time.
    Clock clock();

    /// Does something at a time counted from the opening, on a thread of the world's own.
    void at(Duration moment, Runnable what);

    /// What the drill file lacks, so that the drill cannot be passed; one sentence each.
    List<String> gaps();

    /// What the world itself shows once the run has ended, such as that a fault is really gone.
    /// Only one that can be looked at past its hosts shows anything.
    ///
    /// @param touched hosts to which the run did something
    default List<DrillScore.Expectation> seen(Set<HostName> touched) {
        return List.of();
    }

    /// Ends everything in it.
    @Override
    void close();
}
