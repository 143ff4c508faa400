package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.DrillReader;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The runbooks, drills and inventory in the folders of a command.
final class Shelf {
    private static final String FILE = RunbookReader.FILE;

    private final Places places;

    Shelf(Places places) {
        this.places = places;
    }

    /// Names of the folders that hold a runbook.
    List<String> names() {
        return below(places.runbooks()).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
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
            throw new CannotGoOn(ExitCode.REFUSED, "The folder " + folder + " cannot be read.");
        }
    }

    Read<Runbook> read(String name) {
        if (!names().contains(name)) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "There is no runbook "
                            + Escaped.line(name, 64)
                            + " in "
                            + places.runbooks()
                            + (Nearest.to(name, names()).isPresent()
                                    ? Nearest.hint(name, names())
                                    : hint()));
        }
        return RunbookReader.read(places.runbooks().resolve(name));
    }

    private String hint() {
        return names().isEmpty()
                ? "; there is none yet, and blackstart init DIR makes a first one."
                : "; blackstart list shows all.";
    }

    Runbook runbook(String name) {
        return accepted(
                "runbook " + name,
                read(name),
                " Correct it; blackstart lint " + name + " looks again.");
    }

    Inventory inventory() {
        if (!Files.isRegularFile(places.inventory())) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "There is no inventory "
                            + places.inventory()
                            + "; blackstart init DIR makes a folder with one, or name one with --inventory FILE.");
        }
        return accepted(
                "inventory " + places.inventory(),
                InventoryReader.read(places.inventory()),
                " Correct it; blackstart lint looks again.");
    }

    /// The inventory when there is one; problems of it are left to those who need it.
    Optional<Inventory> inventoryIfAny() {
        return Files.isRegularFile(places.inventory())
                ? Optional.of(inventory())
                : Optional.empty();
    }

    /// Drill files of one runbook.
    List<Path> drillFiles(String runbook) {
        return below(places.runbooks().resolve(runbook).resolve("drills")).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .toList();
    }

    List<Drill> drills(String runbook, List<Problem> problems) {
        List<Drill> drills = new ArrayList<>();
        for (Path file : drillFiles(runbook)) {
            Read<Drill> read = DrillReader.read(file);
            problems.addAll(read.problems());
            if (read instanceof Read.Accepted<Drill> accepted) {
                drills.add(accepted.value());
            }
        }
        return drills;
    }

    static <T> T accepted(String what, Read<T> read) {
        return accepted(what, read, "");
    }

    static <T> T accepted(String what, Read<T> read, String next) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused -> throw Sentences.refused(what, refused.problems(), next);
        };
    }
}
