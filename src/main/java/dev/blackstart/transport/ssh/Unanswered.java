package dev.blackstart.transport.ssh;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import java.time.Duration;

/// A command that was handed over and that the host neither took nor declined.
record Unanswered(Connection connection, long begun) {
    Completion completion(boolean late) {
        boolean there = late && connection.answers();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (there) {
            return new Completion.DeadlinePassed(
                    Kept.NOTHING, Kept.NOTHING, took, connection.bootId());
        }
        String reason =
                "the connection to "
                        + HostPlace.of(connection.host())
                        + " was lost as the command was handed over";
        return new Completion.Lost(
                reason, Kept.NOTHING, Kept.NOTHING, took, Completion.Handover.DOUBTFUL);
    }
}
