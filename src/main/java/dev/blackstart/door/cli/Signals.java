package dev.blackstart.door.cli;

import java.util.function.Consumer;

/// Signals from outside: Ctrl-C, a closed terminal, a polite kill.
@FunctionalInterface
public interface Signals {
    enum Signal {
        HUP(1),
        INT(2),
        TERM(15);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /// From now on signals go to the handler instead of ending the process.
    void handle(Consumer<Signal> handler);
}
