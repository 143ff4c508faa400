package dev.blackstart.door.cli;

import dev.blackstart.view.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where words go when the locale has no Unicode: each line is drawn with the signs of ASCII. What
/// is flushed before its line has ended, such as a question, is drawn as far as it goes.
final class AsciiLines extends OutputStream {
    private final PrintStream out;
    private final int columns;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private AsciiLines(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /// @param columns a line that grows beyond them is broken
    static PrintStream over(PrintStream out, int columns) {
        return new PrintStream(new AsciiLines(out, columns), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int next) throws IOException {
        if (next == '\n') {
            draw("\n");
        } else {
            line.write(next);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        draw("");
        out.flush();
    }

    private void draw(String end) {
        String words = line.toString(StandardCharsets.UTF_8);
        line.reset();
        out.print(String.join("\n", new Look(false, false).drawn(List.of(words), columns)) + end);
    }
}
