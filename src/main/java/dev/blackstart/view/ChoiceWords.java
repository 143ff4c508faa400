package dev.blackstart.view;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;

/// What is typed for a choice, as a gate shows it: a key, a name in full, or a key with a host or a
/// command behind it.
final class ChoiceWords {
    private ChoiceWords() {}

    static String typed(Gate gate, Choice choice) {
        String host = gate.targets().size() == 1 ? "" : " HOST";
        return switch (choice.asks()) {
            case NOTHING -> choice.typed().isEmpty() ? choice.key() : choice.typed();
            case HOSTS, TEXT -> choice.key() + host;
            case COMMAND -> "!" + (host.isEmpty() ? "" : "HOST ") + "COMMAND";
        };
    }
}
