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

    /// What happens to the terminal.
    enum Change {
        /// it has another size
        WINCH,
        /// the process was stopped and goes on
        CONT
    }

    /// From now on signals go to the handler instead of ending the process.
    void handle(Consumer<Signal> handler);

    /// Told of changes of the terminal, where the process hears of them.
    default void changes(Consumer<Change> handler) {}
}
