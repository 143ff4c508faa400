package dev.blackstart.door.cli;

import java.util.Map;
import java.util.Optional;

/// Lets a person change a text.
@FunctionalInterface
interface Editor {
    /// The text as it was left; empty when it was not changed or could not be edited.
    Optional<String> edit(String text);

    /// The person's own editor as `VISUAL` or `EDITOR` name it, if any.
    static Optional<Editor> own(Map<String, String> env) {
        for (String name : new String[] {"VISUAL", "EDITOR"}) {
            String command = env.getOrDefault(name, "").strip();
            if (!command.isEmpty()) {
                return Optional.of(new ProgramEditor(command));
            }
        }
        return Optional.empty();
    }
}
