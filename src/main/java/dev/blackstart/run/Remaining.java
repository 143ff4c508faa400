package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of an approval is still to be sent, compared with what would be sent now. What the hosts
/// say that were sent to already has changed by our own doing and binds nothing any more.
final class Remaining {
    private final Set<HostName> unsent;
    private final Set<HostName> gone;

    /// @param unsent approved hosts to which nothing was sent yet
    Remaining(Gate approved, List<HostName> unsent) {
        this.unsent = Set.copyOf(unsent);
        this.gone = new HashSet<>(approved.targets());
        unsent.forEach(gone::remove);
    }

    /// What differs, in words; empty when nothing does.
    Optional<String> changed(Gate approved, Gate now) {
        Gate before = of(approved);
        Gate after = of(now);
        return parts(before).equals(parts(after))
                ? Optional.empty()
                : Optional.of(Difference.between(before, after));
    }

    private static List<String> parts(Gate gate) {
        List<String> parts = new ArrayList<>();
        gate.commands().forEach(command -> parts.add(Digests.of(command)));
        gate.licenses()
                .forEach(license ->
                        parts.addAll(
                                List.of(
                                        license.finding().value(),
                                        license.host().value(),
                                        license.value())));
        return parts;
    }

    private Gate of(Gate gate) {
        return new Gate(
                gate.id(),
                gate.kind(),
                gate.step(),
                gate.headline(),
                gate.targets().stream().filter(unsent::contains).toList(),
                gate.risk(),
                gate.why(),
                gate.commands().stream().filter(it -> unsent.contains(it.host())).toList(),
                gate.licenses().stream().filter(it -> !gone.contains(it.host())).toList(),
                gate.undo(),
                gate.proof(),
                gate.cautions(),
                gate.choices(),
                gate.fallback(),
                gate.digest(),
                gate.expires());
    }
}
