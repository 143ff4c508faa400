package dev.blackstart.reading;

import dev.blackstart.runbook.RunbookName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Where one runbook is read from, and where the runbooks it calls lie: beside it on disk, or in
/// the frozen copy.
///
/// @param place the folder's name in positions
/// @param called its name, where the folder gives it one
record Copy(String place, Folder folder, Optional<String> called, Beside beside) {
    /// Begins the paths of called runbooks in a frozen copy: as they lie beside the caller's
    /// folder.
    static final String BESIDE = "../";

    /// The runbooks that may be called.
    interface Beside {
        /// @param name its folder's name
        Optional<Copy> find(RunbookName name);

        /// Names of those there are.
        List<String> names();
    }

    static Copy of(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new Copy(
                folder.toString(),
                Folder.of(folder),
                Optional.ofNullable(name).map(Path::toString),
                new OnDisk(folder));
    }

    static Copy frozen(String place, Map<String, String> files) {
        return new Copy(place, Folder.frozen(files), Optional.empty(), new Frozen(files));
    }

    private record OnDisk(Path caller) implements Beside {
        @Override
        public Optional<Copy> find(RunbookName name) {
            Path folder = caller.resolveSibling(name.value());
            return Files.isDirectory(folder) ? Optional.of(of(folder)) : Optional.empty();
        }

        @Override
        public List<String> names() {
            Path parent = caller.toAbsolutePath().normalize().getParent();
            return parent == null
                    ? List.of()
                    : new RunbookLibrary(parent).names().stream().map(RunbookName::value).toList();
        }
    }

    private record Frozen(Map<String, String> files) implements Beside {
        @Override
        public Optional<Copy> find(RunbookName name) {
            String prefix = BESIDE + name + "/";
            Map<String, String> own = new LinkedHashMap<>();
            files.forEach((path, text) -> {
                if (path.startsWith(prefix)) {
                    own.put(path.substring(prefix.length()), text);
                }
            });
            return own.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Copy(
                                    name.value(),
                                    Folder.frozen(own),
                                    Optional.of(name.value()),
                                    this));
        }

        @Override
        public List<String> names() {
            Stream<String> names =
                    files.keySet().stream()
                            .filter(path -> path.startsWith(BESIDE))
                            .map(path -> path.split("/", -1)[1]);
            return List.copyOf(new TreeSet<>(names.toList()));
        }
    }
}
