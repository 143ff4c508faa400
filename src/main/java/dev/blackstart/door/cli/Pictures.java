package dev.blackstart.door.cli;

import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.view.Picture;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What was known when the newest gate opened: taken on the engine's thread, looked at by whoever
/// answers.
final class Pictures {
    private record Taken(Gate gate, Picture picture) {}

    private final AtomicReference<Optional<Taken>> newest = new AtomicReference<>(Optional.empty());

    void take(Gate gate, Picture picture) {
        newest.set(Optional.of(new Taken(gate, picture)));
    }

    Optional<Picture> of(GateId gate) {
        return newest.get().filter(it -> it.gate().id().equals(gate)).map(Taken::picture);
    }
}
