package dev.blackstart.journal.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Named files that leave together, with `SHA256SUMS` over all of them as `sha256sum -c` reads it.
public final class Bundle {
    private static final String SUMS = "SHA256SUMS";

    /// Where the content of a file comes from.
    private interface Source {
        InputStream open() throws IOException;
    }

    private final Map<String, Source> files = new TreeMap<>();

    /// @param name with `/` between folders
    public void add(String name, byte[] content) {
        byte[] copy = content.clone();
        files.put(name, () -> new ByteArrayInputStream(copy));
    }

    public void add(String name, Path file) {
        files.put(name, () -> Files.newInputStream(file));
    }

    /// Writes one zip file; it takes its name only when it is whole.
    ///
    /// @param at the time stamp of all entries, so that the same run gives the same archive
    public void zip(Path target, Instant at) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            StringBuilder sums = new StringBuilder();
            for (Map.Entry<String, Source> file : files.entrySet()) {
                begin(zip, file.getKey(), at);
                sums.append(copy(file, zip));
            }
            begin(zip, SUMS, at);
            zip.write(sums.toString().getBytes(UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void begin(ZipOutputStream zip, String name, Instant at) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        zip.putNextEntry(entry);
    }

    /// Writes the files into a folder that must not be there yet.
    public void unpacked(Path folder) throws IOException {
        Files.createDirectory(folder);
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, Source> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                sums.append(copy(file, out));
            }
        }
        Files.writeString(folder.resolve(SUMS), sums);
    }

    private static String copy(Map.Entry<String, Source> file, OutputStream out)
            throws IOException {
        try (InputStream in = file.getValue().open()) {
            return HexFormat.of().formatHex(Sha256.copied(in, out)) + "  " + file.getKey() + "\n";
        }
    }
}
