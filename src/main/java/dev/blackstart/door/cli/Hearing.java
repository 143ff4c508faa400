package dev.blackstart.door.cli;

import dev.blackstart.journal.Request;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Asks something of the process that carries a run out, and waits for what it says to it.
record Hearing(Archive archive, RunId run) {
    /// That process looks twice a second; a busy one may take longer.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// @param heard what an event means to whoever asked; empty when nothing
    /// @return empty when it did not answer in time
    Optional<Integer> after(Request request, Function<RunEvent, Optional<Integer>> heard) {
        long before = archive.newest(run);
        archive.request(run, request);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Optional<Integer> said = said(before, heard);
            if (said.isPresent()) {
                return said;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return Optional.empty();
    }

    private Optional<Integer> said(long before, Function<RunEvent, Optional<Integer>> heard) {
        if (archive.newest(run) == before) {
            return Optional.empty();
        }
        return archive.events(run).stream()
                .filter(recorded -> recorded.sequence() > before)
                .map(Recorded::event)
                .flatMap(event -> heard.apply(event).stream())
                .findFirst();
    }
}
