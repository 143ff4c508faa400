package dev.blackstart.door.cli;

import dev.blackstart.view.Width;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// A terminal that can redraw, by way of JLine. What is typed while nothing is asked is not echoed:
/// it would tear the region apart. Signals stay with the process; JLine is only told of them.
final class LiveSurface implements Surface {
    private final Terminal terminal;
    private final LineReader reader;
    private final TypeAhead typeAhead;
    private final Notice notice;
    private final AtomicReference<@Nullable Thread> asking = new AtomicReference<>();
    private final AtomicReference<Runnable> interrupt = new AtomicReference<>(() -> {});
    private volatile boolean again;
    private volatile boolean cancelled;
    private volatile boolean finished;
    private volatile boolean closed;
    private List<String> region = List.of();

    LiveSurface(Terminal terminal, TypeAhead typeAhead, Notice notice) {
        this.terminal = terminal;
        this.typeAhead = typeAhead;
        this.notice = notice;
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .variable(LineReader.DISABLE_COMPLETION, true)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
                        .build();
        reader.getWidgets().put("draw-again", this::drawAgain);
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::hearSignals);
        Optional.ofNullable(reader.getKeyMaps().get(LineReader.MAIN))
                .ifPresent(keys -> keys.bind(new Reference("draw-again"), "\f"));
        terminal.echo(false);
    }

    /// Takes about a fifth of a second.
    static LiveSurface open(TypeAhead typeAhead, Notice notice) throws IOException {
        Terminal terminal =
                TerminalBuilder.builder()
                        .name("blackstart")
                        .system(true)
                        .ffm(true)
                        .dumb(false)
                        .encoding(StandardCharsets.UTF_8)
                        .nativeSignals(false)
                        .build();
        return new LiveSurface(terminal, typeAhead, notice);
    }

    private boolean drawAgain() {
        again = true;
        reader.callWidget(LineReader.ACCEPT_LINE);
        return true;
    }

    @Override
    public void print(List<String> lines) {
        String all = String.join("\n", lines) + "\n";
        if (asking.get() != null) {
            reader.printAbove(all);
            return;
        }
        List<String> below = region;
        region(List.of());
        terminal.writer().print(all);
        region(below);
        terminal.flush();
    }

    @Override
    public void region(List<String> lines) {
        if (asking.get() != null || lines.isEmpty() && region.isEmpty()) {
            return;
        }
        erase();
        terminal.writer().print(String.join("\n", lines));
        terminal.flush();
        region = List.copyOf(lines);
    }

    /// A narrower terminal has broken the lines of the region.
    private void erase() {
        if (region.isEmpty()) {
            return;
        }
        int columns = columns();
        int rows = 0;
        for (String line : region) {
            rows += Math.max(1, (Width.of(Plain.of(line)) + columns - 1) / columns);
        }
        terminal.puts(Capability.carriage_return);
        for (int i = 1; i < rows; i++) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.clr_eos);
    }

    @Override
    public Reply ask(String prompt, String draft) {
        if (finished) {
            return new Reply.Closed();
        }
        drop();
        return read(prompt, draft, () -> false);
    }

    @Override
    public Reply askUntil(String prompt, String draft, BooleanSupplier over) {
        return finished ? new Reply.Closed() : read(prompt, draft, over);
    }

    private Reply read(String prompt, String draft, BooleanSupplier over) {
        again = false;
        cancelled = false;
        erasing(false);
        asking.set(Thread.currentThread());
        try {
            if (over.getAsBoolean()) {
                return new Reply.Closed(draft);
            }
            String line = closed ? "" : reader.readLine(prompt, null, (Character) null, draft);
            return again ? new Reply.Again(line) : new Reply.Line(line.strip());
        } catch (EndOfFileException e) {
            return new Reply.Closed();
        } catch (UserInterruptException e) {
            if (again) {
                return new Reply.Again(e.getPartialLine());
            }
            if (!cancelled && !finished) { // Ctrl-C before our own handler was in place
                interrupt.get().run();
            }
            return new Reply.Closed(e.getPartialLine());
        } finally {
            answered();
        }
    }

    /// An interrupt that came too late for the reading must not end what the thread does next.
    private void answered() {
        synchronized (asking) {
            asking.set(null);
            Thread.interrupted();
        }
    }

    /// Also what JLine has taken from the terminal and not yet given out.
    private void drop() {
        typeAhead.drop();
        try {
            int next = 0;
            while (next >= 0 && terminal.reader().ready()) {
                next = terminal.reader().read(1);
            }
        } catch (IOException e) {
            // a terminal that has gone: the next read says so
            return;
        }
    }

    /// Of a question that nobody answered here nothing stays on the screen.
    private void erasing(boolean erasing) {
        if (erasing) {
            reader.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        } else {
            reader.unsetOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        erasing(true);
        synchronized (asking) {
            Thread asker = asking.get();
            if (asker != null) {
                asker.interrupt();
            }
        }
    }

    @Override
    public void finish() {
        finished = true;
        cancel();
    }

    @Override
    public void interrupts(Runnable handler) {
        interrupt.set(handler);
        hearSignals();
    }

    /// JLine keeps the signals of the process while it reads, with handlers that end the reading:
    /// ours are put in their place as soon as it begins.
    private boolean hearSignals() {
        terminal.handle(Terminal.Signal.INT, signal -> interrupt.get().run());
        terminal.handle(Terminal.Signal.WINCH, signal -> redraw());
        terminal.handle(Terminal.Signal.CONT, signal -> continued());
        return true;
    }

    @Override
    public void redraw() {
        if (asking.get() != null) {
            again = true;
            cancel();
        }
    }

    /// The process was stopped, and goes on: the shell has changed the terminal meanwhile.
    private void continued() {
        terminal.echo(false);
        redraw();
    }

    @Override
    public void notice(String words) {
        terminal.writer().print(notice.bytes(words));
        terminal.flush();
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public int columns() {
        int columns = terminal.getWidth();
        return columns > 0 ? Math.max(40, columns) : 80;
    }

    @Override
    public int rows() {
        int rows = terminal.getHeight();
        return rows > 0 ? Math.max(10, rows) : 24;
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        cancel();
        try {
            terminal.echo(true);
            terminal.close();
        } catch (IOException e) {
            // a terminal that has gone needs nothing put back
            return;
        }
    }
}
