package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Decoding;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a runbook from its folder, with the scripts it names.
public final class RunbookReader {
    /// The file in a runbook's folder that is read first.
    public static final String FILE = "runbook.yaml";

    private RunbookReader() {}

    /// Reads `folder/runbook.yaml`; files outside of the folder are refused, by path and by
    /// symbolic link.
    public static Read<Runbook> read(Path folder) {
        if (Files.exists(folder.resolve(FILE)) && !Files.isReadable(folder.resolve(FILE))) {
            return refused(
                    folder + "/" + FILE,
                    "file-unreadable",
                    "%s cannot be read by you; ask its owner for the right to".formatted(FILE));
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return read(
                folder.toString(),
                Folder.of(folder),
                Optional.ofNullable(name).map(Path::toString));
    }

    /// Reads a frozen copy.
    ///
    /// @param folder the folder's name in positions
    /// @param files texts by path relative to the folder
    public static Read<Runbook> read(String folder, Map<String, String> files) {
        return read(folder, Folder.frozen(files), Optional.empty());
    }

    private static Read<Runbook> read(String folder, Folder files, Optional<String> expectedName) {
        String file = folder + "/" + FILE;
        return switch (files.bytes(FILE)) {
            case Folder.Missing missing ->
                    refused(
                            file,
                            "runbook-missing",
                            "there is no %s in this folder".formatted(FILE));
            case Folder.Outside outside ->
                    refused(
                            file,
                            "script-path",
                            "%s leads out of its folder through a symbolic link; put the file itself there"
                                    .formatted(FILE));
            case Folder.Found found ->
                    switch (Decoding.decode(file, found.bytes())) {
                        case Read.Refused<String> refused -> new Read.Refused<>(refused.problems());
                        case Read.Accepted<String> text ->
                                new RunbookBuilder(folder, files).read(text.value(), expectedName);
                    };
        };
    }

    private static Read<Runbook> refused(String file, String rule, String message) {
        return new Read.Refused<>(List.of(Problem.error(new Position(file, 1, 1), rule, message)));
    }
}
