package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
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

/// The parameter values of a run. Secrets come from files, else they are asked on the terminal
/// without showing them; never from the command line.
final class Inputs {
    private final Surroundings surroundings;
    private final InputOptions options;

    Inputs(Surroundings surroundings, InputOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /// @param before values that the command line may override, such as those of a drill file
    Parameters parameters(Runbook runbook, Inventory inventory, Map<String, String> before) {
        Map<String, String> given = new LinkedHashMap<>(before);
        given.putAll(options.parameters);
        given.putAll(secretTexts(secretNames(runbook)));
        return Shelf.accepted(
                "the parameters of " + runbook.name(),
                ParameterReader.read(runbook, inventory, given),
                " blackstart show "
                        + runbook.name()
                        + " lists them, and --param NAME=VALUE gives one.");
    }

    /// For a plan, which sends nothing: every secret is there, none is asked for.
    Parameters withoutSecrets(Runbook runbook, Inventory inventory) {
        Map<String, String> given = new LinkedHashMap<>(options.parameters);
        refuseMistakes(secretNames(runbook));
        secretNames(runbook).forEach(name -> given.put(name, "*".repeat(Secret.SHORTEST)));
        return Shelf.accepted(
                "the parameters of " + runbook.name(),
                ParameterReader.read(runbook, inventory, given),
                " blackstart show "
                        + runbook.name()
                        + " lists them, and --param NAME=VALUE gives one.");
    }

    Map<String, Secret> secrets(Runbook runbook) {
        return secrets(secretNames(runbook));
    }

    /// @param wanted names of all secret parameters
    Map<String, Secret> secrets(List<String> wanted) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        secretTexts(wanted).forEach((name, text) -> secrets.put(name, new Secret(text)));
        return secrets;
    }

    private static List<String> secretNames(Runbook runbook) {
        return runbook.parameters().values().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(Parameter::name)
                .toList();
    }

    private Map<String, String> secretTexts(List<String> wanted) {
        refuseMistakes(wanted);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : wanted) {
            String file = options.secretFiles.get(name);
            texts.put(name, file == null ? asked(name) : content(name, file));
        }
        return texts;
    }

    private void refuseMistakes(List<String> wanted) {
        for (String name : wanted) {
            if (options.parameters.containsKey(name)) {
                throw refused(
                        name
                                + " is a secret, and every user of this machine can read a command line;"
                                + " change the secret and use --secret-file "
                                + name
                                + "=PATH.");
            }
        }
        for (String name : options.secretFiles.keySet()) {
            if (!wanted.contains(name)) {
                throw refused(
                        "The runbook has no secret parameter "
                                + Escaped.line(name, 64)
                                + (wanted.isEmpty()
                                        ? "; it has none at all."
                                        : "; it has " + String.join(", ", wanted) + "."));
            }
        }
    }

    private static CannotGoOn refused(String sentence) {
        return new CannotGoOn(ExitCode.REFUSED, sentence);
    }

    private String asked(String name) {
        if (!surroundings.streams().terminal()) {
            throw refused(
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
            throw refused(
                    "The file of the secret "
                            + name
                            + " cannot be read: "
                            + Escaped.line(path.toString()));
        }
    }
}
