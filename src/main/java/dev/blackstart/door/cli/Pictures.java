package dev.blackstart.door.cli;

import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.view.Picture;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// What was known when the newest gate opened, and who has said yes to it since: taken on the
/// engine's thread, looked at by whoever answers.
final class Pictures {
    private record Taken(Gate gate, Picture picture, Set<Person> yes) {
        Taken {
            yes = Collections.unmodifiableSet(new LinkedHashSet<>(yes));
        }
    }

    private final AtomicReference<Optional<Taken>> newest = new AtomicReference<>(Optional.empty());

    /// @param yes who has said yes so far
    void take(Gate gate, Picture picture, Set<Person> yes) {
        newest.set(Optional.of(new Taken(gate, picture, yes)));
    }

    /// @return whether that was not known before
    boolean agreed(GateId gate, Set<Person> yes) {
        Optional<Taken> before = newest.get().filter(it -> it.gate().id().equals(gate));
        before.ifPresent(it -> take(it.gate(), it.picture(), yes));
        return before.filter(it -> !it.yes().equals(yes)).isPresent();
    }

    /// Who has said yes to a gate so far, in that order.
    Set<Person> yes(GateId gate) {
        return newest.get()
                .filter(it -> it.gate().id().equals(gate))
                .map(Taken::yes)
                .orElse(Set.of());
    }

    Optional<Picture> of(GateId gate) {
        return newest.get().filter(it -> it.gate().id().equals(gate)).map(Taken::picture);
    }
}
