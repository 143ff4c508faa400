package dev.blackstart.door.cli;

import java.util.List;
import java.util.function.BooleanSupplier;

/// What a person sees: lines that stay, below them a region that is redrawn, below that a line to
/// type in. One thread at a time, but for `ask`, beside which another may print.
interface Surface extends AutoCloseable {
    void print(List<String> lines);

    /// Takes the place of the region that stood there; nothing where a terminal cannot redraw.
    ///
    /// @param lines none is wider than the surface
    void region(List<String> lines);

    /// Throws away what was typed before, and reads one line.
    ///
    /// @param draft stands in the line as if it had been typed
    Reply ask(String prompt, String draft);

    /// Reads one line unless it is over before that; what was typed before counts, too.
    ///
    /// @param over asked once nothing but `cancel` can come between; `cancel` follows when it turns
    Reply askUntil(String prompt, String draft, BooleanSupplier over);

    /// Ends an `ask` that is under way, if this surface can.
    void cancel();

    /// Has an `ask` that is under way end with `Reply.Again`, if this surface can.
    default void redraw() {}

    /// Ends it for good: nothing will be asked any more.
    default void finish() {
        cancel();
    }

    /// Tells a person who looks elsewhere that they are needed.
    void notice(String words);

    /// Begins a fresh screen where the terminal can.
    void clear();

    int columns();

    int rows();

    /// Told of Ctrl-C, where the surface hears of it before the process does.
    void interrupts(Runnable handler);

    /// Does a person read it at so many columns?
    default boolean terminal() {
        return true;
    }

    /// Can it redraw a region?
    boolean live();

    /// Leaves the terminal as it was found.
    @Override
    void close();
}
