package dev.blackstart.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/// A file that output is written to as it arrives, and that gets its digest as its name when it is
/// whole.
final class SideFile {
    private final OutputStore store;
    private final Path path;
    private DigestOutputStream out;

    SideFile(OutputStore store) throws IOException {
        this.store = store;
        this.path = store.temporary();
        this.out = open();
    }

    private DigestOutputStream open() throws IOException {
        OutputStream file = Files.newOutputStream(path);
        return new DigestOutputStream(file, Digests.sha256());
    }

    void add(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /// Its digest, by which the store finds it from now on.
    String keep() throws IOException {
        out.close();
        String digest = HexFormat.of().formatHex(out.getMessageDigest().digest());
        store.keep(path, digest);
        return digest;
    }

    /// Puts other content in its place.
    void replace(byte[] content) throws IOException {
        out.close();
        out = open();
        out.write(content);
    }

    void discard() {
        try {
            out.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // the disk that failed before fails again; a `.part` file is left
        }
    }
}
