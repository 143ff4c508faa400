package dev.blackstart.reading;

import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.RunbookName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The runbooks of one folder: each in a folder of its own name, with its drills below `drills/`.
///
/// @param root the folder, usually `runbooks`
public record RunbookLibrary(Path root) {
    /// The runbooks there are, by name; a folder without `runbook.yaml` is none.
    public List<RunbookName> names() {
        return entries(root)
                .filter(folder -> Files.isRegularFile(folder.resolve(RunbookReader.FILE)))
                .map(folder -> folder.getFileName().toString())
                .filter(RunbookName::allowed)
                .sorted()
                .map(RunbookName::new)
                .toList();
    }

    public boolean has(RunbookName name) {
        return Files.isRegularFile(path(name).resolve(RunbookReader.FILE));
    }

    /// The folder of a runbook, whether it exists or not.
    public Path path(RunbookName name) {
        return root.resolve(name.value());
    }

    public Read<Runbook> runbook(RunbookName name) {
        return RunbookReader.read(path(name));
    }

    /// The drills of a runbook as read, by the name of their file without `.yaml`, in the order of
    /// the names.
    public Map<String, Read<Drill>> drills(RunbookName name) {
        Map<String, Read<Drill>> drills = new LinkedHashMap<>();
        entries(path(name).resolve("drills"))
                .filter(file -> file.getFileName().toString().endsWith(".yaml"))
                .sorted()
                .forEach(file -> drills.put(stem(file), DrillReader.read(file)));
        return drills;
    }

    /// The drills of a runbook that were accepted.
    public List<Drill> acceptedDrills(RunbookName name) {
        return drills(name).values().stream()
                .flatMap(read ->
                        switch (read) {
                            case Read.Accepted<Drill> accepted -> Stream.of(accepted.value());
                            case Read.Refused<Drill> refused -> Stream.<Drill>empty();
                        })
                .toList();
    }

    /// Where the inventory of this library is expected.
    public Path inventory() {
        return root.resolve("inventory.yaml");
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }

    private static Stream<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
