package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.StepId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A host that a run skipped or excluded, and what it was last seen to be: what a run came to is
/// not said of it.
///
/// @param last the newest word of the host on what licensed the step that left it behind, else its
///   newest word at all; empty when nothing it said is valid any more
/// @param findings those of that word that licensed the step; empty when none did
public record LeftBehind(HostName host, Optional<Evidence> last, Set<FindingName> findings) {
    public LeftBehind {
        findings = Collections.unmodifiableSet(new LinkedHashSet<>(findings));
    }

    /// In the order in which they were left behind, each once.
    public static List<LeftBehind> in(RunState state) {
        Map<HostName, StepId> left = new LinkedHashMap<>();
        state.departures().skipped().forEach(it -> left.putIfAbsent(it.host(), it.step()));
        state.departures().excluded().forEach((host, it) -> left.put(host, it.step()));
        return left.entrySet().stream()
                .map(it -> of(it.getKey(), state.gates().licensing(it.getValue()), state))
                .toList();
    }

    private static LeftBehind of(HostName host, Set<FindingName> licensing, RunState state) {
        List<Evidence> words = state.evidence().of(host);
        Optional<Evidence> telling =
                words.stream().filter(it -> tells(it, licensing)).max(newest());
        if (telling.isPresent()) {
            return new LeftBehind(host, telling, licensing);
        }
        Optional<Evidence> silent =
                words.stream()
                        .filter(it -> it.observation() instanceof Observation.NoAnswer)
                        .max(newest());
        return new LeftBehind(host, silent.or(() -> words.stream().max(newest())), Set.of());
    }

    private static boolean tells(Evidence word, Set<FindingName> licensing) {
        return word.observation() instanceof Observation.Seen seen
                && seen.findings().keySet().stream().anyMatch(licensing::contains);
    }

    private static Comparator<Evidence> newest() {
        return Comparator.comparingLong(Evidence::sequence);
    }
}
