package dev.blackstart.door.cli;

import picocli.CommandLine.Option;

/// Options of verbs that carry a run out in front of a person.
final class SessionOptions extends RemoteOptions {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colour: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}: on a terminal, unless"
                            + " NO_COLOR is set).")
    Colour color = Colour.auto;

    @Option(
            names = "--quiet-bell",
            description = "No bell and no desktop notice when a person is needed.")
    boolean quietBell;

    @Override
    Colour colour() {
        return color;
    }

    @Override
    boolean quietBell() {
        return quietBell;
    }
}
