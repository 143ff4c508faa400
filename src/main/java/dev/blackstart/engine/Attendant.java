package dev.blackstart.engine;

import dev.blackstart.run.RunState;

/// Who is told when the journal cannot be written, and says what then. Called on the engine's
/// thread; must return quickly.
public interface Attendant {
    /// Nobody is there to say anything.
    Attendant NOBODY =
            new Attendant() {
                @Override
                public boolean paused(JournalPause pause) {
                    return false;
                }

                @Override
                public void goesOn(RunState state) {}
            };

    /// Told again when more is known, and when a try did not help.
    ///
    /// @return whether somebody will answer with an `OperatorCommand.OfJournal`
    boolean paused(JournalPause pause);

    /// It is written again, and the run goes on.
    void goesOn(RunState state);
}
