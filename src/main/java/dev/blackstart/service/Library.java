package dev.blackstart.service;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.DrillReader;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.lint.Lint;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The runbooks, drills and inventory in the folders of the service, read anew each time: what a
/// person has just saved counts.
final class Library {
    private final Places places;

    Library(Places places) {
        this.places = places;
    }

    List<String> names() {
        return below(places.runbooks()).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(RunbookReader.FILE)))
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE, "The folder " + folder + " cannot be read.");
        }
    }

    /// @throws Refusal `NOT_FOUND` when there is none of that name
    Read<Runbook> read(String name) {
        if (!names().contains(name)) {
            throw absent(name);
        }
        return RunbookReader.read(places.runbooks().resolve(name));
    }

    static Refusal absent(String name) {
        return new Refusal(
                Refusal.Kind.NOT_FOUND, "There is no runbook " + Escaped.line(name, 64) + ".");
    }

    Runbook runbook(String name) {
        return accepted("the runbook " + name, read(name));
    }

    Inventory inventory() {
        if (!Files.isRegularFile(places.inventory())) {
            throw new Refusal(
                    Refusal.Kind.REFUSED, "There is no inventory " + places.inventory() + ".");
        }
        return accepted("the inventory", InventoryReader.read(places.inventory()));
    }

    /// EMPTY when there is none or it cannot be read.
    Inventory inventoryIfAny() {
        return Files.isRegularFile(places.inventory())
                        && InventoryReader.read(places.inventory())
                                instanceof Read.Accepted<Inventory> it
                ? it.value()
                : Inventory.EMPTY;
    }

    /// Every mistake in a runbook and its drills, as `blackstart lint` finds them.
    List<Problem> problems(String name) {
        Read<Runbook> read = read(name);
        List<Problem> problems = new ArrayList<>(read.problems());
        List<Drill> drills = drills(name, problems);
        Optional<Inventory> inventory = Optional.empty();
        if (Files.isRegularFile(places.inventory())) {
            Read<Inventory> hosts = InventoryReader.read(places.inventory());
            problems.addAll(hosts.problems());
            inventory =
                    hosts instanceof Read.Accepted<Inventory> it
                            ? Optional.of(it.value())
                            : Optional.empty();
        }
        if (read instanceof Read.Accepted<Runbook> accepted) {
            problems.addAll(Lint.check(accepted.value(), inventory, drills));
        }
        return problems.stream().distinct().sorted().toList();
    }

    /// Those that can be read.
    List<Drill> drills() {
        List<Problem> unheard = new ArrayList<>();
        return names().stream().flatMap(name -> drills(name, unheard).stream()).toList();
    }

    private List<Drill> drills(String runbook, List<Problem> problems) {
        List<Drill> drills = new ArrayList<>();
        for (Path file : below(places.runbooks().resolve(runbook).resolve("drills"))) {
            if (file.toString().endsWith(".yaml")) {
                Read<Drill> read = DrillReader.read(file);
                problems.addAll(read.problems());
                if (read instanceof Read.Accepted<Drill> accepted) {
                    drills.add(accepted.value());
                }
            }
        }
        return drills;
    }

    /// @param name of a drill, or of a runbook that has one drill
    Drill drill(String name) {
        List<Drill> all = drills();
        List<Drill> fitting = all.stream().filter(it -> it.name().equals(name)).toList();
        if (fitting.isEmpty()) {
            fitting = all.stream().filter(it -> it.runbook().value().equals(name)).toList();
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new Refusal(
                Refusal.Kind.NOT_FOUND,
                fitting.isEmpty()
                        ? noDrill(name)
                        : "%d drills fit %s; name one of %s."
                                .formatted(
                                        fitting.size(),
                                        Escaped.line(name, 64),
                                        String.join(
                                                ", ", fitting.stream().map(Drill::name).toList())));
    }

    static String noDrill(String name) {
        return "There is no drill " + Escaped.line(name, 64) + ".";
    }

    static <T> T accepted(String what, Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> it -> it.value();
            case Read.Refused<T> it -> throw refused(what, it.problems());
        };
    }

    /// Whoever fills in a form is told which field is wrong, not where the runbook declares it.
    static Parameters given(String runbook, Read<Parameters> read) {
        return switch (read) {
            case Read.Accepted<Parameters> it -> it.value();
            case Read.Refused<Parameters> it -> {
                List<String> lines = new ArrayList<>();
                lines.add(
                        "Nothing was sent: not all parameters of %s can be taken."
                                .formatted(runbook));
                it.problems().forEach(problem -> lines.add(Escaped.line(problem.message())));
                throw new Refusal(Refusal.Kind.REFUSED, lines);
            }
        };
    }

    private static Refusal refused(String what, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        lines.add("Nothing was sent: " + what + " has errors.");
        problems.forEach(problem -> lines.add(Escaped.line(problem.toString())));
        return new Refusal(Refusal.Kind.REFUSED, lines);
    }
}
