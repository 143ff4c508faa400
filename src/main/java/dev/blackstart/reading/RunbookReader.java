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
        Copy copy = Copy.of(folder);
        return read(copy, Callees.of(copy));
    }

    /// Reads a frozen copy.
    ///
    /// @param folder the folder's name in positions
    /// @param files texts by path relative to the folder; those of called runbooks lie beside it,
    ///   such as `../dns-deadlock/runbook.yaml`
    public static Read<Runbook> read(String folder, Map<String, String> files) {
        Copy copy = Copy.frozen(folder, files);
        return read(copy, Callees.of(copy));
    }

    static Read<Runbook> read(Copy copy, Callees callees) {
        String file = copy.place() + "/" + FILE;
        return switch (copy.folder().bytes(FILE)) {
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
                                new RunbookBuilder(copy, callees).read(text.value());
                    };
        };
    }

    private static Read<Runbook> refused(String file, String rule, String message) {
        return new Read.Refused<>(List.of(Problem.error(new Position(file, 1, 1), rule, message)));
    }
}
