package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Decoding;
import dev.blackstart.reading.yaml.Source;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.ScriptFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The scripts a runbook names, read once each.
final class Scripts {
    /// The folder of what may be uploaded, beside `scripts/`.
    static final String TEMPLATES = "templates/";

    private final String folder;
    private final Folder files;
    private final Map<String, Read<ScriptFile>> known = new LinkedHashMap<>();
    private final Map<String, String> templates = new LinkedHashMap<>();

    /// @param folder the folder's name in messages
    Scripts(String folder, Folder files) {
        this.folder = folder;
        this.files = files;
    }

    /// @param path of the form `Forms.SCRIPT`, so that it cannot leave the folder by itself
    /// @param named where the runbook names it
    Read<ScriptFile> read(String path, Position named) {
        return known.computeIfAbsent(path, p -> load(p, named));
    }

    /// A file below `templates/`, which may be anything that is text.
    ///
    /// @param path below `templates/`
    Read<Source> template(String path, Position named) {
        String below = TEMPLATES + path;
        return switch (bytes(below, named)) {
            case Read.Refused<byte[]> refused -> new Read.Refused<>(refused.problems());
            case Read.Accepted<byte[]> found ->
                    switch (Decoding.decode(folder + "/" + below, found.value())) {
                        case Read.Refused<String> refused -> new Read.Refused<>(refused.problems());
                        case Read.Accepted<String> text -> template(below, text.value());
                    };
        };
    }

    private Read<Source> template(String path, String text) {
        Source source = new Source(folder + "/" + path, text);
        List<Problem> problems = Decoding.hidden(source);
        templates.put(path, text);
        return problems.isEmpty()
                ? new Read.Accepted<>(source, problems)
                : new Read.Refused<>(problems);
    }

    /// Every script and template that was read, by path.
    Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>(templates);
        known.forEach((path, read) -> {
            if (read instanceof Read.Accepted<ScriptFile> accepted) {
                contents.put(path, accepted.value().content());
            }
        });
        return contents;
    }

    private Read<ScriptFile> load(String path, Position named) {
        return switch (bytes(path, named)) {
            case Read.Refused<byte[]> refused -> new Read.Refused<>(refused.problems());
            case Read.Accepted<byte[]> found -> decode(path, found.value());
        };
    }

    private Read<byte[]> bytes(String path, Position named) {
        return switch (files.bytes(path)) {
            case Folder.Missing missing ->
                    refused(
                            named,
                            "script-missing",
                            "there is no file %s beside the runbook%s"
                                    .formatted(path, missing.hint()));
            case Folder.Outside outside ->
                    refused(
                            named,
                            "script-path",
                            "%s leads out of the runbook's folder through a symbolic link; put the file itself there"
                                    .formatted(path));
            case Folder.Found found -> new Read.Accepted<>(found.bytes(), List.of());
        };
    }

    private Read<ScriptFile> decode(String path, byte[] bytes) {
        String file = folder + "/" + path;
        return switch (Decoding.decode(file, bytes)) {
            case Read.Refused<String> refused -> new Read.Refused<>(refused.problems());
            case Read.Accepted<String> text -> checked(path, new Source(file, text.value()));
        };
    }

    private static Read<ScriptFile> checked(String path, Source source) {
        List<Problem> problems = new ArrayList<>(Decoding.hidden(source));
        int lineEnd = source.text().indexOf("\r\n");
        if (lineEnd >= 0) {
            problems.add(
                    Problem.error(
                            source.at(lineEnd),
                            "script-line-ends",
                            "the script has Windows line ends, which a shell takes as part of its words; save it with Unix line ends"));
        }
        if (source.text().isBlank()) {
            problems.add(Problem.error(source.at(0), "script-empty", "the script is empty"));
        }
        return problems.isEmpty()
                ? new Read.Accepted<>(new ScriptFile(path, source.text()), problems)
                : new Read.Refused<>(problems);
    }

    private static <T> Read<T> refused(Position position, String rule, String message) {
        return new Read.Refused<>(List.of(Problem.error(position, rule, message)));
    }
}
