package dev.blackstart.door.cli;

import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.util.List;
import java.util.Optional;

/// What a signal to this process means for the run in front of it.
interface Leaving {
    /// Remembers where the run is; called on the thread that hears its events.
    void saw(RunId run, RunState state);

    void signal(Signals.Signal signal);

    /// What was left behind while nobody knew its end, and what hosts may undo by themselves, in
    /// lines; empty when nothing was.
    List<String> left();

    /// The signal that came, if one did.
    Optional<Signals.Signal> signalled();
}
