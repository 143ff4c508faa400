package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Optional;

/// Where it is held what the journal could not take, past the end of the process.
public interface Spool {
    /// No place at all.
    Spool NONE =
            new Spool() {
                @Override
                public Optional<String> hold(RunId run, List<Carried> events) {
                    return Optional.empty();
                }

                @Override
                public Found find(RunId run) {
                    return Found.NOTHING;
                }

                @Override
                public void discard(RunId run) {}

                @Override
                public void setAside(RunId run) {}
            };

    /// What is held for a run.
    ///
    /// @param trouble why something that is there cannot be used, one sentence
    record Found(List<Carried> events, Optional<String> trouble) {
        public static final Found NOTHING = new Found(List.of(), Optional.empty());

        public Found {
            events = List.copyOf(events);
        }
    }

    /// Takes the place of what was held for the run.
    ///
    /// @return where it is, for people; empty when it could not be held
    Optional<String> hold(RunId run, List<Carried> events);

    Found find(RunId run);

    /// The runs for which something is held.
    default List<RunId> held() {
        return List.of();
    }

    /// It is recorded.
    void discard(RunId run);

    /// It cannot be recorded any more, and stays for people to look at.
    void setAside(RunId run);
}
