package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.shape.Durations;
import dev.blackstart.topology.Chart;
import dev.blackstart.topology.Objection;
import dev.blackstart.topology.Objections;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.map.MapJson;
import dev.blackstart.view.map.MapMermaid;
import dev.blackstart.view.map.MapPage;
import dev.blackstart.view.map.MapSvg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `map`: what the services of the inventory need of each other, and what follows from it.
@Command(
        name = "map",
        description =
                "Show what the services of the inventory need of each other: circles, cuts, what each loss breaks, the order to start in.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart map --check",
            "  blackstart map --outage 120s",
            "  blackstart map --format svg --out map.svg"
        })
final class MapVerb implements Callable<Integer> {
    enum MapFormat {
        text,
        svg,
        mermaid,
        json
    }

    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Option(
            names = "--check",
            description =
                    "End with exit code 1 when something stands in its own way and nothing written down helps.")
    boolean check;

    @Option(
            names = "--outage",
            paramLabel = "LENGTH",
            description =
                    "Which thresholds an outage of this length crosses, such as 120s or 10m, and what heals them.")
    @Nullable String outage;

    @Option(
            names = "--format",
            paramLabel = "text|svg|mermaid|json",
            description = "Form: ${COMPLETION-CANDIDATES} (default: text).")
    MapFormat format = MapFormat.text;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file instead.")
    @Nullable Path file;

    MapVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Shelf shelf = new Shelf(places);
        Optional<Duration> length = length();
        Inventory inventory = shelf.inventory();
        Chart chart =
                length.isEmpty()
                        ? new Chart(inventory)
                        : new Chart(
                                inventory,
                                CollectedThresholds.of(inventory, ports.journals(), places));
        List<Objection> objections = new Objections(chart, Set.copyOf(shelf.names()), length).all();
        deliver(lines(chart, objections, length));
        boolean stands = objections.stream().anyMatch(Objection::error);
        return (check && stands ? ExitCode.BROKEN : ExitCode.DONE).number();
    }

    private Optional<Duration> length() {
        if (outage == null) {
            return Optional.empty();
        }
        Optional<Duration> length = Durations.parse(outage);
        if (length.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "--outage takes a length of time such as 120s or 10m, not "
                            + Escaped.line(outage, 40)
                            + ".");
        }
        return length;
    }

    private List<String> lines(Chart chart, List<Objection> objections, Optional<Duration> length) {
        int columns = new Printed(surroundings, shared).columns();
        return switch (shared.json() ? MapFormat.json : format) {
            case text -> new MapPage(chart, objections, length, columns).lines();
            case svg -> new MapSvg(chart, objections).lines();
            case mermaid -> new MapMermaid(chart).lines();
            case json -> List.of(new MapJson(chart, objections, length).json().shown());
        };
    }

    private void deliver(List<String> lines) {
        if (file == null) {
            lines.forEach(surroundings.streams().out()::println);
            return;
        }
        Path target = surroundings.cwd().resolve(file);
        try {
            Files.writeString(target, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new CannotGoOn(ExitCode.REFUSED, "The map cannot be written to " + target + ".");
        }
        surroundings.words().println("Written to " + target + ".");
    }
}
