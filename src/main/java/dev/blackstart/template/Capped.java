package dev.blackstart.template;

import java.io.IOException;
import java.io.Writer;

/// Collects what is rendered, up to a limit.
final class Capped extends Writer {
    /// Most characters of one rendered text: 64 Ki, well below what a host accepts as one command
    /// line.
    static final int MOST = 64 * 1024;

    private final StringBuilder text = new StringBuilder();

    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (text.length() + length > MOST) {
            throw new TooLong();
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
