package dev.blackstart.door.cli;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Value;
import dev.blackstart.topology.Collected;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The thresholds that runs have found: for each finding that an inventory names, what the newest
/// run that looked for it saw on each host. A number counts seconds; 0 and less means that there is
/// none. A journal that cannot be read has found none.
final class CollectedThresholds {
    /// So far back is looked.
    private static final int NEWEST = 200;

    private final Map<String, List<Collected>> found = new HashMap<>();
    private final Set<String> wanted;

    private CollectedThresholds(Inventory inventory) {
        this.wanted =
                inventory.services().values().stream()
                        .flatMap(service -> service.thresholds().stream())
                        .flatMap(threshold -> threshold.collected().stream())
                        .collect(Collectors.toCollection(HashSet::new));
    }

    /// By the names of findings.
    static Map<String, List<Collected>> of(
            Inventory inventory, Ports.Journals journals, Places places) {
        CollectedThresholds thresholds = new CollectedThresholds(inventory);
        if (!thresholds.wanted.isEmpty() && Files.isDirectory(places.journal())) {
            try (JournalView journal = journals.open(places.journal())) {
                thresholds.look(journal);
            } catch (JournalException e) {
                return Map.of(); // what is written down counts then
            }
        }
        return thresholds.found;
    }

    private void look(JournalView journal) throws JournalException {
        for (RunId run : journal.runs().stream().limit(NEWEST).toList()) {
            if (wanted.isEmpty()) {
                return;
            }
            List<Recorded> events = journal.read(run);
            if (real(events)) {
                take(events);
            }
        }
    }

    /// A drill's world has thresholds of its own.
    private static boolean real(List<Recorded> events) {
        return !events.isEmpty()
                && events.getFirst().event() instanceof RunEvent.RunOpened opened
                && opened.mode() != Mode.DRILL;
    }

    private void take(List<Recorded> events) {
        for (String finding : Set.copyOf(wanted)) {
            Map<HostName, Collected> newest = new LinkedHashMap<>();
            boolean asked = false;
            for (Recorded recorded : events) {
                if (recorded.event() instanceof RunEvent.Observed it) {
                    Optional<Long> seconds = seconds(it, finding);
                    asked |= seconds.isPresent();
                    seconds.map(Duration::ofSeconds)
                            .map(after -> new Collected(it.host(), after, recorded.at()))
                            .ifPresent(collected -> newest.put(it.host(), collected));
                }
            }
            if (asked) {
                newest.values().removeIf(it -> !it.after().isPositive());
                found.put(finding, new ArrayList<>(newest.values()));
                wanted.remove(finding);
            }
        }
    }

    private static Optional<Long> seconds(RunEvent.Observed observed, String finding) {
        if (!(observed.observation() instanceof Observation.Seen seen)) {
            return Optional.empty();
        }
        return seen.findings().entrySet().stream()
                .filter(it -> it.getKey().value().equals(finding))
                .map(Map.Entry::getValue)
                .filter(Reading.Taken.class::isInstance)
                .map(it -> ((Reading.Taken) it).value())
                .filter(Value.Whole.class::isInstance)
                .map(it -> ((Value.Whole) it).value())
                .findFirst();
    }
}
