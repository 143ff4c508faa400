package dev.blackstart.door.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A file, a pipe, or a terminal that can only go down: lines and nothing else.
final class PlainSurface implements Surface {
    /// How often it is looked whether a line has been typed.
    private static final Duration LOOK = Duration.ofMillis(50);

    private final PrintStream out;
    private final Streams streams;
    private final LineInput input;
    private final Notice notice;

    /// Is a question the last thing on its line?
    private final AtomicBoolean prompting = new AtomicBoolean();

    /// @param out where lines go; the streams' own output or its errors
    PlainSurface(PrintStream out, Streams streams, Notice notice) {
        this.out = out;
        this.streams = streams;
        this.input = new LineInput(streams.in());
        this.notice = notice;
    }

    @Override
    public void print(List<String> lines) {
        StringBuilder all = new StringBuilder(prompting.getAndSet(false) ? "\n" : "");
        lines.forEach(line -> all.append(line).append('\n'));
        out.print(all);
        out.flush();
    }

    @Override
    public void region(List<String> lines) {}

    @Override
    public Reply ask(String prompt, String draft) {
        streams.typeAhead().drop();
        out.print(prompt);
        out.flush();
        prompting.set(true);
        Optional<String> line = input.line();
        if (prompting.getAndSet(false) && line.isEmpty()) {
            print(List.of(""));
        }
        return line.<Reply>map(Reply.Line::new).orElseGet(Reply.Closed::new);
    }

    /// A line is read only once it is there, so that nothing is left waiting for one.
    @Override
    public Reply askUntil(String prompt, String draft, BooleanSupplier over) {
        out.print(prompt);
        out.flush();
        prompting.set(true);
        try {
            while (!over.getAsBoolean()) {
                if (streams.in().available() > 0) {
                    prompting.set(false);
                    return input.line().<Reply>map(Reply.Line::new).orElseGet(Reply.Closed::new);
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        } catch (IOException e) {
            // a terminal that has gone: the next question says so
            return new Reply.Closed();
        }
        if (prompting.get()) {
            print(List.of());
        }
        return new Reply.Closed();
    }

    @Override
    public void cancel() {}

    @Override
    public void notice(String words) {
        out.print(notice.bytes(words));
        out.flush();
    }

    @Override
    public void clear() {}

    @Override
    public int columns() {
        return streams.columns();
    }

    @Override
    public int rows() {
        return streams.rows();
    }

    @Override
    public void interrupts(Runnable handler) {}

    @Override
    public boolean terminal() {
        return streams.terminal();
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public void close() {}
}
