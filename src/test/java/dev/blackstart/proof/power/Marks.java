package dev.blackstart.proof.power;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What the recorded process says about each of its calls, one write each, so that it stands among
/// the other system calls: `B` when a call begins, `A` when it is acknowledged, each with the
/// number of the call.
final class Marks implements AutoCloseable {
    /// Of the file they are written to.
    static final String NAME = "marks";

    private final FileOutputStream out;
    private int calls;

    Marks(Path file, int callsBefore) throws IOException {
        this.out = new FileOutputStream(file.toFile(), true);
        this.calls = callsBefore;
    }

    void begin() {
        calls++;
        write("B " + calls);
    }

    /// @param what such as `append RUN SEQUENCE HASH`
    void acknowledge(String what) {
        write("A " + calls + " " + what);
    }

    private void write(String line) {
        try {
            out.write((line + "\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
