package dev.blackstart.door.cli;

import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The secrets of a run: from files, else asked on the terminal without showing them; never from the
/// command line.
final class Inputs {
    private final Surroundings surroundings;
    private final Readers readers;

    Inputs(Surroundings surroundings, Readers readers) {
        this.surroundings = surroundings;
        this.readers = readers;
    }

    Map<String, Secret> secrets(Runbook runbook, InputOptions options) {
        List<String> wanted =
                runbook.parameters().values().stream()
                        .filter(parameter -> parameter.type() == ParameterType.SECRET)
                        .map(Parameter::name)
                        .toList();
        refuseMistakes(wanted, options);
        Map<String, Secret> secrets = new LinkedHashMap<>();
        for (String name : wanted) {
            String file = options.secretFiles.get(name);
            String value = file == null ? asked(name) : content(name, file);
            readers.unfit(name, value)
                    .ifPresent(
                            sentence -> {
                                throw new CannotGoOn(ExitCode.REFUSED, sentence);
                            });
            secrets.put(name, new Secret(value));
        }
        return secrets;
    }

    private static void refuseMistakes(List<String> wanted, InputOptions options) {
        for (String name : wanted) {
            if (options.parameters.containsKey(name)) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        name
                                + " is a secret and every user of this machine can read a command line;"
                                + " use --secret-file "
                                + name
                                + "=PATH, and change the secret.");
            }
        }
        for (String name : options.secretFiles.keySet()) {
            if (!wanted.contains(name)) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "The runbook has no secret parameter " + Escaped.line(name, 64)
                                + Nearest.hint(name, wanted)
                                + (wanted.isEmpty() ? "; it has none at all." : ""));
            }
        }
    }

    private String asked(String name) {
        if (!surroundings.streams().terminal()) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The secret "
                            + name
                            + " is missing and there is no terminal to ask on; give --secret-file "
                            + name
                            + "=PATH.");
        }
        return surroundings.streams().secrets().ask("Secret " + name + " (not shown): ");
    }

    /// One line end at the end belongs to the file, not to the secret.
    private String content(String name, String file) {
        Path path = surroundings.cwd().resolve(file);
        try {
            String content = Files.readString(path);
            return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The file of the secret " + name + " cannot be read: " + Escaped.line(path.toString()));
        }
    }
}
