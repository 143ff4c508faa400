package dev.blackstart.door.cli;

import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Closes the run of a drill whose world has ended: nothing can carry it on, so nothing but the
/// journal is needed.
public final class DrillEnd {
    /// What is said of a drill that nobody ended before its world did.
    static final String WITH_ITS_WORLD = "the drill ended with its world";

    private final Surroundings surroundings;
    private final Ports.Journals journals;
    private final Places places;

    public DrillEnd(Surroundings surroundings, Ports.Journals journals, Places places) {
        this.surroundings = surroundings;
        this.journals = journals;
        this.places = places;
    }

    /// @param stop what a person asked for, if a person did
    /// @return empty when the run is closed now, else who carries it out
    public Optional<Owner> close(RunId run, Optional<RunEvent.StopRequested> stop, String reason) {
        Instant now = surroundings.clock().instant();
        Owner owner = Owner.current(surroundings.person().name(), now);
        try (Archive archive = Archive.open(journals, places)) {
            Ownership ownership = archive.claim(run, owner);
            if (ownership instanceof Ownership.Held held) {
                return Optional.of(held.owner());
            }
            long epoch = ((Ownership.Taken) ownership).epoch();
            try {
                RunState state = RunState.fold(archive.events(run));
                if (state.opened().isPresent() && state.closed().isEmpty()) {
                    List<RunEvent> events = new ArrayList<>(stop.stream().toList());
                    events.add(new RunEvent.Closed(Verdict.STOPPED, List.of(reason), now));
                    archive.append(run, epoch, state.sequence(), now, events);
                }
            } finally {
                archive.release(run, owner);
            }
            return Optional.empty();
        }
    }
}
