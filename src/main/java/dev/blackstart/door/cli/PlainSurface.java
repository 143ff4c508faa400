package dev.blackstart.door.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A file, a pipe, or a terminal that can only go down: lines and nothing else.
final class PlainSurface implements Surface {
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
