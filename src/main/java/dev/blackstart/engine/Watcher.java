package dev.blackstart.engine;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunState;

/// Sees every event after it is durable, on the engine's thread; must return quickly and never
/// throw. The state already contains the event and may be read only during the call.
@FunctionalInterface
public interface Watcher {
    void recorded(Recorded recorded, RunState state);
}
