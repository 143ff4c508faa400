package dev.blackstart.service;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Secret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The runs that a service carries out and takes up again when it is started anew, an empty file
/// each. Drills are not among them, whose worlds are gone then, nor runs with secrets, which are
/// kept nowhere.
final class Ward {
    private final Path folder;

    Ward(Path folder) {
        this.folder = folder;
    }

    void take(RunId run, Order order) {
        if (order.mode() != Mode.DRILL) {
            keep(run, order.secrets());
        }
    }

    /// @param secrets those it goes on with
    void keep(RunId run, Map<String, Secret> secrets) {
        if (!secrets.isEmpty()) {
            return;
        }
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.create(folder.resolve(run.value()), "");
        } catch (FileAlreadyExistsException again) {
            return; // it was taken up before
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }

    void leave(RunId run) {
        try {
            Files.deleteIfExists(folder.resolve(run.value()));
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }

    /// Oldest first.
    List<RunId> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(RunId::allowed)
                    .sorted()
                    .map(RunId::new)
                    .toList();
        } catch (IOException e) {
            throw PrivateFiles.unusable(folder);
        }
    }
}
