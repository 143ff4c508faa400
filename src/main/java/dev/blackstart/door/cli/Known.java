package dev.blackstart.door.cli;

import dev.blackstart.inventory.Counted;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Read;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that can stand for something on a command line. What cannot be read has no names.
final class Known {
    /// So many runs can be told apart in a list.
    private static final int NEWEST = 20;

    private final Ports ports;
    private final Shelf shelf;
    private final Places places;
    private final boolean afar;

    /// @param words of the command line so far, for the folders they name
    Known(Surroundings surroundings, Ports ports, List<String> words) {
        this.ports = ports;
        this.afar = words.contains("--server");
        SharedOptions options = new SharedOptions();
        options.runbooks = named(words, "--runbooks");
        options.inventory = named(words, "--inventory");
        options.journal = named(words, "--journal");
        this.places = new Setting(surroundings, options).places();
        this.shelf = new Shelf(places);
    }

    private static @Nullable Path named(List<String> words, String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? Path.of(words.get(at + 1)) : null;
    }

    List<String> runbooks() {
        return shelf.names();
    }

    /// Named like their files, which reads nothing.
    List<String> drills() {
        return shelf.names().stream()
                .flatMap(name -> shelf.drillFiles(name).stream())
                .map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""))
                .toList();
    }

    /// Those of the inventory; where there is none, those that runs are about.
    List<String> hosts() {
        List<String> listed = listed();
        return listed.isEmpty() ? touched() : listed;
    }

    private List<String> touched() {
        try (JournalView journal = ports.journals().open(places.journal())) {
            HeldNames held = new HeldNames(journal.locks());
            SortedSet<String> hosts = new TreeSet<>(Counted.ORDER);
            for (RunId run : journal.runs().stream().limit(NEWEST).toList()) {
                hosts.addAll(RunFilters.hosts(RunState.fold(journal.read(run)), held));
            }
            return List.copyOf(hosts);
        } catch (JournalException e) {
            return List.of();
        }
    }

    private List<String> listed() {
        return Files.isRegularFile(places.inventory())
                        && InventoryReader.read(places.inventory())
                                instanceof Read.Accepted<Inventory> read
                ? read.value().hosts().keySet().stream().map(HostName::value).toList()
                : List.of();
    }

    /// A service is not asked: a shell is waiting.
    List<String> runs() {
        if (afar) {
            return List.of("last");
        }
        try (JournalView journal = ports.journals().open(places.journal())) {
            return Stream.concat(
                            Stream.of("last"),
                            journal.runs().stream().limit(NEWEST).map(RunId::value))
                    .toList();
        } catch (JournalException e) {
            return List.of();
        }
    }
}
