package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.view.Look;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A person at a terminal that can redraw, who types given lines and sees what stands in each
/// before.
final class Typist implements Surface {
    final List<String> drafts = new ArrayList<>();
    private final Deque<String> typed = new ArrayDeque<>();

    Typist(String... typed) {
        this.typed.addAll(List.of(typed));
    }

    OperatorCommand answer(Gate gate) {
        Surroundings surroundings = new Terminal(Path.of("/"), true, "").surroundings();
        return new TerminalAnswerer(
                        new Screen(this, Look.PLAIN, ""),
                        new Pictures(),
                        surroundings.clock(),
                        surroundings.person(),
                        Optional.empty())
                .answer(gate);
    }

    @Override
    public Reply ask(String prompt, String draft) {
        drafts.add(draft);
        String next = typed.poll();
        return next == null ? new Reply.Closed() : new Reply.Line(next);
    }

    @Override
    public Reply askUntil(String prompt, String draft, BooleanSupplier over) {
        return ask(prompt, draft);
    }

    @Override
    public void print(List<String> lines) {}

    @Override
    public void region(List<String> lines) {}

    @Override
    public void cancel() {}

    @Override
    public void notice(String words) {}

    @Override
    public void clear() {}

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public int rows() {
        return 24;
    }

    @Override
    public void interrupts(Runnable handler) {}

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void close() {}
}
